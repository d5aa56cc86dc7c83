'use client';

import { lateComponent } from '@/components/ui/late-component';
import type { CellSnapshot } from '@/lib/kernel/state';

const CellRuns = lateComponent(async () => (await import('./cell-runs')).CellRuns);

/** The place of a cell's runs; their code is fetched with the first cell that may have trained. */
export function RunsSlot({ cell }: { cell: CellSnapshot }) {
  return mayTrain(cell) ? <CellRuns cell={cell} /> : null;
}

/** Cheap: whether it really trains is for the ledger to say. What nobody has run here has no runs. */
function mayTrain({ outputs, code, run, restored }: CellSnapshot): boolean {
  if (run === null && restored === null) return false;
  const drawsCurve = outputs.some(
    (output) => output.kind === 'figure' && output.figure.kind === 'curve',
  );
  return drawsCurve || code.includes('.fit(');
}
