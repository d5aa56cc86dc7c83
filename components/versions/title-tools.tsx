'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLesson } from '@/components/lesson/use-lesson';
import { lateComponent } from '@/components/ui/late-component';
import type { CellSnapshot } from '@/lib/kernel/state';
import styles from './title-tools.module.css';
import { useVersions } from './use-versions';

const HistoryDialog = lateComponent(async () => (await import('./history-dialog')).HistoryDialog);

/** Beside a cell's title: the way back after a Reset, and to what the code was before. */
export function TitleTools({ cell, titleId }: { cell: CellSnapshot; titleId: string }) {
  const { versions } = useLesson();
  const kept = useVersions((snapshot) => snapshot.kept[cell.id]) ?? false;
  const undoable = useVersions((snapshot) => snapshot.undoable[cell.id] !== undefined) ?? false;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (versions === null || !(kept || undoable || cell.code !== cell.original)) return null;
  const undo = () => {
    // It goes when it has done its work, and the keyboard's place must not.
    button.current?.focus();
    versions.undoReset(cell.id);
  };
  const close = () => {
    // While the dialog is there, nothing behind it takes the focus.
    flushSync(() => setOpen(false));
    button.current?.focus();
  };
  return (
    <span className={styles.tools}>
      {undoable && (
        <button
          type="button"
          className={styles.button}
          aria-describedby={titleId}
          title="Undo in the editor does the same"
          onClick={undo}
        >
          Undo reset
        </button>
      )}
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-describedby={titleId}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        onPointerEnter={HistoryDialog.fetchAhead}
        onFocus={HistoryDialog.fetchAhead}
      >
        History
      </button>
      {open && <HistoryDialog cell={cell} versions={versions} onClose={close} />}
    </span>
  );
}
