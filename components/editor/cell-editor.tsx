'use client';

import {
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react';
import styles from './cell-editor.module.css';
import { ChangedCode } from './changed-code';
import type { CodeError } from './code-error';
import { EditorHint } from './editor-hint';
import { MonacoPlace } from './late-monaco-place';
import { ErrorMark } from './late-parts';
import { openCells } from './open-cells';
import { PlainEditor } from './plain-editor';
import { StaticCode } from './static-code';
import { useEditing } from './use-editing';

export type CellEditorProps = {
  /** Unique on the page. */
  cellId: string;
  title: string;
  /** The code as it stands, and as the lesson has it; lines end in `\n`. */
  value: string;
  original: string;
  onChange(code: string): void;
  onRun(): void;
  error: CodeError | null;
  /** What Ctrl+Shift+Enter does, which is for the cell around to hear; completes "Ctrl+Shift+Enter …". */
  farKey?: string;
  /** The highlighted `<pre><code>` of `original`, from the server. */
  children: ReactNode;
};

/**
 * A cell's code: highlighted text until the reader starts to edit it (click, Enter or a first key), then Monaco, or a
 * plain text area on touch and narrow screens. All three have the same metrics, so nothing moves.
 *
 * Keys while editing: Escape leaves the editor and focuses the code; Shift+Enter runs the cell; Ctrl+M (Ctrl+Shift+M on
 * a Mac) makes Tab move the focus instead of indenting.
 */
export function CellEditor(props: CellEditorProps) {
  const { cellId, title, value, original, error, onChange, onRun, children } = props;
  const { farKey = 'runs to here' } = props;
  useOpenCell(cellId, value, onChange);
  const editing = useEditing();
  const [tabMoves, setTabMoves] = useState(false);
  const [caret, setCaret] = useState(0);
  const { code, leave } = useLeaving(editing.read);
  const hintId = useId();
  const label = `Code of cell ${title}`;
  const lines = value.split('\n').length;

  return (
    <div
      className={styles.root}
      style={{ '--lines': lines } as CSSProperties}
      data-editor={editing.mode}
    >
      {editing.mode !== 'monaco' && error !== null && <ErrorMark code={value} error={error} />}
      {(editing.mode === 'reading' || editing.mode === 'opening') && (
        <StaticCode
          ref={code}
          title={title}
          errorLine={error?.line}
          editing={editing}
          onRun={onRun}
        >
          {value === original ? children : <ChangedCode code={value} />}
        </StaticCode>
      )}
      {editing.mode === 'plain' && (
        <PlainEditor
          {...{ label, hintId, value, onChange, onRun }}
          caret={editing.start.offset ?? caret}
          typed={editing.start.typed}
          onLeave={(toCode, at) => {
            setCaret(at);
            leave(toCode);
          }}
        />
      )}
      {editing.mode === 'monaco' && (
        <MonacoPlace
          {...{ cellId, label, error, onRun }}
          start={editing.start}
          onLeave={leave}
          onTabMoves={setTabMoves}
        />
      )}
      <EditorHint
        id={hintId}
        mode={editing.mode}
        tabMoves={tabMoves}
        monacoFailed={editing.monacoFailed}
        farKey={farKey}
      />
    </div>
  );
}

/** Keeps the cell's code where the other cells' editors find it. */
function useOpenCell(cellId: string, value: string, onChange: (code: string) => void): void {
  const latest = useRef({ value, onChange });
  useLayoutEffect(() => {
    latest.current = { value, onChange };
    openCells.received(cellId, value);
  }, [cellId, value, onChange]);
  useLayoutEffect(
    () => openCells.open(cellId, latest.current.value, (code) => latest.current.onChange(code)),
    [cellId],
  );
}

/** Back to the text, which takes the focus if the reader asked to leave. */
function useLeaving(read: () => void) {
  const code = useRef<HTMLDivElement>(null);
  const [wantsFocus, setWantsFocus] = useState(0);
  useLayoutEffect(() => {
    if (wantsFocus > 0) code.current?.focus({ preventScroll: true });
  }, [wantsFocus]);
  const leave = useCallback(
    (toCode: boolean) => {
      read();
      if (toCode) setWantsFocus((count) => count + 1);
    },
    [read],
  );
  return { code, leave };
}
