'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { FrameContext } from './use-frame';
import { useMoveKeys } from './use-move-keys';
import { useNotebook, useNotebookValue } from './use-notebook';

type Props = {
  id: string;
  /** What the cell is called. */
  name: string;
  /** Its place among `count` cells, from 0. */
  at: number;
  count: number;
  children: ReactNode;
};

/** What every cell of a notebook can do: be moved by keys, and take the focus when it has just come. */
export function BlockFrame({ id, name, at, count, children }: Props) {
  const store = useNotebook();
  const frame = useRef<HTMLDivElement>(null);
  const added = useNotebookValue((snapshot) => snapshot.added === id);
  const move = useMoveKeys(frame, (by) => store.move(id, by));
  useLayoutEffect(() => {
    if (added)
      frame.current?.querySelector<HTMLElement>('[data-first-focus], [data-cell-code]')?.focus();
  }, [added]);
  const tools = {
    name,
    first: at === 0,
    last: at === count - 1,
    move,
    remove: () => store.remove(id),
  };
  return (
    <div ref={frame} data-block={id}>
      <FrameContext value={tools}>{children}</FrameContext>
    </div>
  );
}
