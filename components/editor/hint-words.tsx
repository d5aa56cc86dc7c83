import { useState } from 'react';
import type { Mode } from './use-editing';

type Props = {
  mode: Mode;
  tabMoves: boolean;
  monacoFailed: boolean;
  /** What Ctrl+Shift+Enter does. */
  farKey: string;
};

/** How to leave the editor, how to run, what Tab does. */
export function HintWords({ mode, tabMoves, monacoFailed, farKey }: Props) {
  return words(mode, tabMoves, monacoFailed, farKey);
}

/** The same to be heard: all of it at first, then what Tab does alone. */
export function SpokenHint(props: Props) {
  const { mode, tabMoves } = props;
  const toggled = useToggled(mode, tabMoves);
  return toggled ? tabSentence(tabMoves) : <HintWords {...props} />;
}

function words(mode: Mode, tabMoves: boolean, monacoFailed: boolean, farKey: string): string {
  switch (mode) {
    case 'reading':
      return '';
    case 'opening':
      return 'Opening the editor…';
    case 'monaco': {
      const tab = tabMoves ? 'Tab moves on' : 'Tab indents';
      return `${KEYS} ${tab}; ${tabKey()} changes that. Ctrl+Shift+Enter ${farKey}.`;
    }
    case 'plain':
      return monacoFailed
        ? `The full editor could not be loaded, so this is a plain one. ${KEYS}`
        : KEYS;
    default:
      return mode satisfies never;
  }
}

const KEYS = 'Esc leaves the editor; Shift+Enter runs.';

function tabSentence(tabMoves: boolean): string {
  return tabMoves ? 'Tab now moves out of the editor.' : 'Tab now indents.';
}

function tabKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? 'Ctrl+Shift+M' : 'Ctrl+M';
}

/** Whether what Tab does has changed since this editor was opened. */
function useToggled(mode: Mode, tabMoves: boolean): boolean {
  const [last, setLast] = useState({ mode, tabMoves, toggled: false });
  if (last.mode !== mode) {
    setLast({ mode, tabMoves, toggled: false });
    return false;
  }
  if (last.tabMoves !== tabMoves) {
    setLast({ mode, tabMoves, toggled: true });
    return true;
  }
  return last.toggled;
}
