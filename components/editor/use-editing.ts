import { useCallback, useRef, useState } from 'react';
import { loadEditor } from './late-monaco-place';
import { serves } from './plain-screens';

/** `opening`: Monaco is on its way, the code is still the static one. */
export type Mode = 'reading' | 'opening' | 'monaco' | 'plain';

/** Where to start: an offset in the code, or null for where the caret last was; and what was typed already. */
export type Start = { offset: number | null; typed: string };

export type Editing = {
  mode: Mode;
  monacoFailed: boolean;
  /** What the editor that opens is to begin with. */
  start: Start;
  begin(start: Start): void;
  /** A key typed while Monaco is on its way. True when it was taken. */
  type(key: string): boolean;
  read(): void;
};

/** How a cell's code is shown now, and the ways from one mode to another. */
export function useEditing(): Editing {
  const [mode, setMode] = useState<Mode>('reading');
  const [monacoFailed, setMonacoFailed] = useState(false);
  const [start, setStart] = useState<Start>({ offset: null, typed: '' });
  const waiting = useRef<Start | null>(null);

  const show = useCallback((next: Mode, from: Start) => {
    waiting.current = null;
    setStart(from);
    setMode(next);
  }, []);

  const begin = useCallback(
    (from: Start) => {
      if (serves('plain')) return show('plain', from);
      waiting.current = from;
      setMode('opening');
      loadEditor().then(
        () => waiting.current && show('monaco', waiting.current),
        () => {
          if (!waiting.current) return;
          setMonacoFailed(true);
          show('plain', waiting.current);
        },
      );
    },
    [show],
  );

  const type = useCallback((key: string) => {
    const typed = waiting.current && typedSoFar(waiting.current.typed, key);
    if (!waiting.current || typed === null) return false;
    waiting.current = { ...waiting.current, typed };
    return true;
  }, []);

  const read = useCallback(() => {
    waiting.current = null;
    setMode('reading');
  }, []);

  return { mode, monacoFailed, start, begin, type, read };
}

/** Null for a key that types nothing. */
function typedSoFar(typed: string, key: string): string | null {
  if (key.length === 1) return typed + key;
  if (key === 'Enter') return `${typed}\n`;
  return key === 'Backspace' && typed !== '' ? typed.slice(0, -1) : null;
}
