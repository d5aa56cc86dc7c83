import type { editor } from 'monaco-editor/editor';
import { editorOptions, metricsOf } from './editor-options';
import { SHOWN_TYPESCRIPT } from './grammar';
import type { Monaco } from './load-monaco';

type Texts = { before: string; after: string; label: string };

/** Higher than this, it scrolls in itself. */
const MOST_PIXELS = 384;

/**
 * Shows two texts as one, read-only, with what goes above what comes. `onShown` is called when it is drawn; until then
 * the place takes no room. Returns how to take it away.
 */
export function showDiff(
  monaco: Monaco,
  place: HTMLElement,
  { before, after, label }: Texts,
  onShown: () => void,
): () => void {
  const diff = monaco.editor.createDiffEditor(place, diffOptions(place, label));
  const original = monaco.editor.createModel(before, SHOWN_TYPESCRIPT);
  const modified = monaco.editor.createModel(after, SHOWN_TYPESCRIPT);
  const fit = () => layOut(diff, place);
  const listeners = [
    diff.getModifiedEditor().onDidContentSizeChange(fit),
    diff.onDidUpdateDiff(() => {
      place.style.removeProperty('visibility');
      onShown();
      fit();
    }),
  ];
  const resizes = new ResizeObserver(fit);
  place.style.setProperty('height', '0');
  // Laid out, but unseen, until the difference is known.
  place.style.setProperty('visibility', 'hidden');
  resizes.observe(place);
  diff.setModel({ original, modified });
  return () => {
    resizes.disconnect();
    for (const each of [...listeners, diff, original, modified]) each.dispose();
    place.removeAttribute('style');
  };
}

function layOut(diff: editor.IStandaloneDiffEditor, place: HTMLElement): void {
  const hidden = place.style.getPropertyValue('visibility') === 'hidden';
  const height = Math.min(diff.getModifiedEditor().getContentHeight(), MOST_PIXELS);
  place.style.setProperty('height', hidden ? '0' : `${height}px`);
  diff.layout({ width: place.clientWidth, height });
}

function diffOptions(
  place: HTMLElement,
  label: string,
): editor.IStandaloneDiffEditorConstructionOptions {
  const options = editorOptions();
  return {
    ...options,
    ...metricsOf(place),
    renderSideBySide: false,
    readOnly: true,
    domReadOnly: true,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    ignoreTrimWhitespace: false,
    renderOverviewRuler: false,
    fixedOverflowWidgets: false,
    scrollbar: { ...options.scrollbar, vertical: 'auto', verticalScrollbarSize: 8 },
    originalAriaLabel: `${label}, what goes`,
    modifiedAriaLabel: `${label}, what comes`,
  };
}
