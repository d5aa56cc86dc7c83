declare module 'monaco-editor/languages/definitions/typescript/typescript' {
  import type { languages } from 'monaco-editor/editor';

  export const language: languages.IMonarchLanguage & {
    tokenizer: Record<string, languages.IMonarchLanguageRule[]>;
  };
}

declare module 'monaco-editor/editor/browser/config/tabFocus' {
  import type { IDisposable } from 'monaco-editor/editor';

  /** Whether Tab moves the focus instead of indenting; one switch for all editors, set by Ctrl+M. */
  export const TabFocus: {
    getTabFocusMode(): boolean;
    onDidChangeTabFocus(listener: (moves: boolean) => void): IDisposable;
  };
}
