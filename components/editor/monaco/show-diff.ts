import type { editor } from 'monaco-editor/editor';
import { editorOptions, metricsOf } from './editor-options';
import type { Monaco } from './loaded-monaco';

type Texts = { before: string; after: string; label: string };

/** Higher than this, it scrolls in itself. */
const MOST_PIXELS = 384;

/** On the ground of what changed, the colours of code are too pale to read. */
const PLAIN = 'plaintext';

/** Above the first line and beneath the last, where a scroll bar may lie. */
const AROUND = 8;

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
  const diff = monaco.editor.createDiffEditor(place, diffOptions(place));
  const original = monaco.editor.createModel(before, PLAIN);
  const modified = monaco.editor.createModel(after, PLAIN);
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
  // Of one that it makes itself, Monaco never lets go: it goes on comparing texts that are gone, and fails.
  const comparison = diff.createViewModel({ original, modified });
  diff.setModel(comparison);
  // Given with the options, they are gone after the first of Monaco's own updates.
  diff.getOriginalEditor().updateOptions({ ariaLabel: `${label}, what goes` });
  diff.getModifiedEditor().updateOptions({ ariaLabel: `${label}, what comes` });
  return () => {
    resizes.disconnect();
    for (const each of [...listeners, comparison, diff, original, modified]) each.dispose();
    place.removeAttribute('style');
  };
}

function layOut(diff: editor.IStandaloneDiffEditor, place: HTMLElement): void {
  const hidden = place.style.getPropertyValue('visibility') === 'hidden';
  const height = Math.min(diff.getModifiedEditor().getContentHeight(), MOST_PIXELS);
  place.style.setProperty('height', hidden ? '0' : `${height}px`);
  diff.layout({ width: place.clientWidth, height });
}

function diffOptions(place: HTMLElement): editor.IStandaloneDiffEditorConstructionOptions {
  const options = editorOptions();
  return {
    ...options,
    ...metricsOf(place),
    padding: { top: AROUND, bottom: AROUND },
    renderSideBySide: false,
    // Else a strip of the original's margin shows each sign a second time.
    compactMode: true,
    readOnly: true,
    domReadOnly: true,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    ignoreTrimWhitespace: false,
    renderOverviewRuler: false,
    fixedOverflowWidgets: false,
    scrollbar: { ...options.scrollbar, vertical: 'auto', verticalScrollbarSize: 8 },
  };
}
