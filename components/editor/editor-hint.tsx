import styles from './cell-editor.module.css';
import type { Mode } from './use-editing';

type Props = { id: string; mode: Mode; tabMoves: boolean; monacoFailed: boolean };

/** One line under the code while it is edited: how to leave, how to run, what Tab does. Read out when it changes. */
export function EditorHint({ id, mode, tabMoves, monacoFailed }: Props) {
  return (
    <p id={id} className={styles.hint} aria-live="polite">
      {words(mode, tabMoves, monacoFailed)}
    </p>
  );
}

function words(mode: Mode, tabMoves: boolean, monacoFailed: boolean): string {
  switch (mode) {
    case 'reading':
      return '';
    case 'opening':
      return 'Opening the editor…';
    case 'monaco': {
      const tab = tabMoves ? 'Tab moves on' : 'Tab indents';
      return `Esc leaves the editor; Shift+Enter runs. ${tab}; ${tabKey()} changes that.`;
    }
    case 'plain':
      return monacoFailed
        ? 'The full editor could not be loaded, so this is a plain one. Esc leaves it; Shift+Enter runs.'
        : 'Esc leaves the editor; Shift+Enter runs.';
    default:
      return mode satisfies never;
  }
}

function tabKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? 'Ctrl+Shift+M' : 'Ctrl+M';
}
