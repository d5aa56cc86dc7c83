import type { editor } from 'monaco-editor/editor';
import { ROLE_NAMES } from './code-role';
import { hexColor } from './css-color';
import type { Monaco } from './loaded-monaco';

const NAME = 'layerwise';

/** Builds Monaco's theme from the page's tokens, and again whenever the page's theme changes. */
export function followTheme(monaco: Monaco): void {
  const apply = () => {
    monaco.editor.defineTheme(NAME, themeOfPage());
    monaco.editor.setTheme(NAME);
  };
  apply();
  const root = document.documentElement;
  new MutationObserver(apply).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
}

function themeOfPage(): editor.IStandaloneThemeData {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string, alpha?: number) =>
    hexColor(style.getPropertyValue(`--${name}`).trim(), alpha);
  const dark = style.colorScheme.includes('dark');
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: token('code-ink').slice(1) },
      ...ROLE_NAMES.map(([name, role]) => ({
        token: name,
        foreground: token(`code-${role}`).slice(1),
      })),
    ],
    colors: {
      ...textColors(token),
      ...diffColors(token),
      ...widgetColors(token),
      ...listColors(token),
    },
  };
}

type Token = (name: string, alpha?: number) => string;

function textColors(token: Token): editor.IColors {
  return {
    'editor.background': token('paper-sunk'),
    'editor.foreground': token('code-ink'),
    'editorCursor.foreground': token('ink'),
    'editor.selectionBackground': token('accent', 0.25),
    'editor.inactiveSelectionBackground': token('accent', 0.15),
    'editor.wordHighlightBackground': token('accent', 0.12),
    'editor.wordHighlightStrongBackground': token('accent', 0.18),
    'editor.findMatchBackground': token('state-stale', 0.4),
    'editor.findMatchHighlightBackground': token('state-stale', 0.2),
    'editorBracketMatch.background': token('accent', 0.15),
    'editorBracketMatch.border': token('accent', 0.5),
    ...plainBrackets(token),
    'editorError.foreground': token('state-error'),
    'editorWarning.foreground': token('state-stale'),
    'editorInfo.foreground': token('state-running'),
    focusBorder: token('focus'),
  };
}

/** What comes and what goes, as the plain list of lines has them. */
function diffColors(token: Token): editor.IColors {
  return {
    'diffEditor.insertedLineBackground': token('state-fresh', 0.14),
    'diffEditor.insertedTextBackground': token('state-fresh', 0.2),
    'diffEditor.removedLineBackground': token('state-error', 0.12),
    'diffEditor.removedTextBackground': token('state-error', 0.2),
    'diffEditor.diagonalFill': token('rule-strong', 0.5),
  };
}

/** Monaco colours brackets by their depth, whatever the models ask for. */
function plainBrackets(token: Token): editor.IColors {
  const depths = [1, 2, 3, 4, 5, 6];
  return Object.fromEntries(
    depths.map((depth) => [`editorBracketHighlight.foreground${depth}`, token('code-ink')]),
  );
}

function widgetColors(token: Token): editor.IColors {
  return {
    foreground: token('ink'),
    descriptionForeground: token('ink-soft'),
    'icon.foreground': token('ink-soft'),
    'editorWidget.background': token('paper-raised'),
    'editorWidget.foreground': token('ink'),
    'editorWidget.border': token('rule-strong'),
    'editorHoverWidget.background': token('paper-raised'),
    'editorHoverWidget.foreground': token('ink'),
    'editorHoverWidget.border': token('rule-strong'),
    'editorHoverWidget.statusBarBackground': token('paper-sunk'),
    'textCodeBlock.background': token('paper-sunk'),
    'textLink.foreground': token('accent'),
    'textLink.activeForeground': token('accent'),
    'input.background': token('paper'),
    'input.foreground': token('ink'),
    'input.border': token('rule-strong'),
    'widget.shadow': token('ink', 0.16),
    'scrollbarSlider.background': token('rule-strong', 0.5),
    'scrollbarSlider.hoverBackground': token('rule-strong', 0.8),
    'scrollbarSlider.activeBackground': token('ink-faint', 0.8),
  };
}

function listColors(token: Token): editor.IColors {
  return {
    'editorSuggestWidget.background': token('paper-raised'),
    'editorSuggestWidget.border': token('rule-strong'),
    'editorSuggestWidget.foreground': token('ink'),
    'editorSuggestWidget.selectedBackground': token('accent-soft'),
    'editorSuggestWidget.selectedForeground': token('ink'),
    'editorSuggestWidget.selectedIconForeground': token('ink'),
    'editorSuggestWidget.highlightForeground': token('accent'),
    'editorSuggestWidget.focusHighlightForeground': token('accent'),
    'list.focusBackground': token('accent-soft'),
    'list.focusForeground': token('ink'),
    'list.hoverBackground': token('paper-sunk'),
    'list.highlightForeground': token('accent'),
    'list.focusHighlightForeground': token('accent'),
  };
}
