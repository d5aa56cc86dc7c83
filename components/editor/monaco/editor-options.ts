import type { editor } from 'monaco-editor/editor';

type Options = editor.IStandaloneEditorConstructionOptions;

/** A quiet editor: the page scrolls, not the cell; widgets may reach beyond it. */
export function editorOptions(): Options {
  return {
    model: null,
    language: 'typescript',
    automaticLayout: false,
    fixedOverflowWidgets: true,
    ...NOTHING_AROUND,
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 2,
    scrollbar: {
      vertical: 'hidden',
      horizontalScrollbarSize: 8,
      verticalScrollbarSize: 0,
      alwaysConsumeMouseWheel: false,
      ignoreHorizontalScrollbarInContentHeight: true,
      useShadows: false,
    },
    fontLigatures: false,
    fontWeight: 'normal',
    detectIndentation: false,
    tabSize: 2,
    wordBasedSuggestions: 'off',
    acceptSuggestionOnCommitCharacter: false,
    'semanticHighlighting.enabled': false,
    cursorBlinking: prefersStill() ? 'solid' : 'blink',
    unicodeHighlight: { ambiguousCharacters: false },
  };
}

/** Margins, rulers and lines that a short piece of code has no use for. */
const NOTHING_AROUND: Options = {
  minimap: { enabled: false },
  lineNumbers: 'off',
  lineNumbersMinChars: 0,
  glyphMargin: false,
  folding: false,
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'none',
  guides: { indentation: false, bracketPairs: false },
  stickyScroll: { enabled: false },
  contextmenu: false,
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  links: false,
};

/** The static code's font, line height and padding, in CSS pixels, so that the text does not move by a pixel. */
export function metricsOf(place: HTMLElement): Options {
  const style = getComputedStyle(place);
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  return {
    fontFamily: style.fontFamily,
    fontSize: pixels('font-size'),
    lineHeight: Math.round(pixels('line-height')),
    lineDecorationsWidth: pixels('padding-left'),
    padding: { top: pixels('padding-top'), bottom: pixels('padding-bottom') },
  };
}

function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
