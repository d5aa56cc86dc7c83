import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import { useWatchedVariables } from '@/components/variables/use-watched-variables';
import { cellFile } from '@/lib/editor-types/check-options';
import { hoverWords } from '@/lib/lesson/hover-words';
import styles from './cell-editor.module.css';
import type { CodeError } from './code-error';
import { loadedMonaco } from './monaco/loaded-monaco';
import { markError } from './monaco/mark-error';
import type { Start } from './use-editing';

type Props = {
  cellId: string;
  label: string;
  start: Start;
  error: CodeError | null;
  onRun(): void;
  /** `toCode`: the focus goes back to the code, since the reader asked to leave. */
  onLeave(toCode: boolean): void;
  onTabMoves(moves: boolean): void;
};

/** Holds the page's Monaco editor while this cell is the one that is edited. */
export function MonacoPlace(props: Props) {
  const { cellId, label, start, error } = props;
  const lesson = useLesson();
  // For the values of names under the pointer.
  useWatchedVariables();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const typed = useRef(start.typed);
  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const editor = loadedMonaco()?.editor;
    if (!place.current || !editor) return;
    const session = {
      cellId,
      label: latest.current.label,
      place: place.current,
      run: () => latest.current.onRun(),
      leave: () => latest.current.onLeave(true),
      release: () => latest.current.onLeave(false),
      tabMoves: (moves: boolean) => latest.current.onTabMoves(moves),
      describe: (file: string, name: string) => {
        const { kernel } = lesson.getSnapshot();
        const owner = kernel.order.find((id) => cellFile(id) === file);
        return owner === undefined ? null : hoverWords(kernel, cellId, owner, name);
      },
    };
    editor.open(session, start.offset, typed.current);
    typed.current = '';
    return () => editor.close(cellId);
  }, [lesson, cellId, start.offset]);

  // A cell of a notebook may be renamed while its code is open: the focus stays in the title.
  useLayoutEffect(() => loadedMonaco()?.editor.relabel(cellId, label), [cellId, label]);

  useEffect(() => {
    const loaded = loadedMonaco();
    if (!loaded || !error) return;
    return markError(loaded.monaco, loaded.models, cellId, error, {
      line: styles.monacoErrorLine ?? '',
      gutter: styles.monacoErrorGutter ?? '',
    });
  }, [cellId, error]);

  return <div ref={place} className={`${styles.code} ${styles.place}`} data-monaco-place="" />;
}
