'use client';

import { useState } from 'react';
import { lateComponent } from '@/components/ui/late-component';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { Versions } from '@/lib/lesson/versions';
import styles from './exercise.module.css';

const HistoryDialog = lateComponent(
  async () => (await import('@/components/versions/history-dialog')).HistoryDialog,
);

type Props = {
  cell: CellSnapshot;
  versions: Versions;
  titleId: string;
  undoable: boolean;
  inCode: boolean;
};

/** The way back after the answer was put back to its beginning, and to what the code was before. */
export function AnswerTools({ cell, versions, titleId, undoable, inCode }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <span className={styles.tools}>
      {undoable && (
        <button
          type="button"
          className={styles.button}
          aria-describedby={titleId}
          onClick={(event) => {
            // The button goes when it has done its work, and the keyboard's place must not.
            focusAnswer(event.currentTarget);
            versions.undoReset(cell.id);
          }}
        >
          Undo
        </button>
      )}
      {inCode && (
        <button
          type="button"
          className={styles.button}
          aria-describedby={titleId}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          onPointerEnter={HistoryDialog.fetchAhead}
        >
          History
        </button>
      )}
      {open && <HistoryDialog cell={cell} versions={versions} onClose={() => setOpen(false)} />}
    </span>
  );
}

function focusAnswer(within: Element): void {
  const places = '[data-cell-code], input, textarea, [role="slider"]';
  within.closest('[data-exercise]')?.querySelector<HTMLElement>(places)?.focus();
}
