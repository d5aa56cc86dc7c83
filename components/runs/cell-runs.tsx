'use client';

import { useId, useState } from 'react';
import type { CellSnapshot } from '@/lib/kernel/state';
import styles from './runs.module.css';
import { RunsPanel } from './runs-panel';
import { useLedger } from './use-ledger';

/** How many runs of a cell are kept, and a way to see them. */
export function CellRuns({ cell }: { cell: CellSnapshot }) {
  const { ledger, snapshot } = useLedger();
  const [open, setOpen] = useState(false);
  const id = useId();
  const runs = snapshot.runs[cell.id] ?? [];
  const deleted = snapshot.deleted?.cell === cell.id ? snapshot.deleted : null;
  if (runs.length === 0 && deleted === null) return null;
  return (
    <section className={styles.runs} aria-label={`Trainings of ${cell.title}`} data-runs="">
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        Trainings ({runs.length})
      </button>
      {open && (
        <div id={id} className={styles.panel}>
          <RunsPanel
            title={cell.title}
            runs={runs}
            deleted={deleted}
            refused={snapshot.refused}
            ledger={ledger}
          />
        </div>
      )}
    </section>
  );
}
