import type { CellId, StatesReport } from '@/lib/protocol';
import type * as tf from '../tf';
import { FitStates, type KeptState } from './fit-states';

/** What one run of a cell keeps. */
export type RunStates = {
  /** The step from which the reader wants the run to go on; null for a run from the beginning. */
  from: number | null;
  /** Kept by the run before, up to that step. */
  trunk: readonly KeptState[];
  /** In order of step; those of the trunk are among them once the run has gone on from it. */
  kept: KeptState[];
  /** How many watched trainings have begun. */
  fits: number;
  model: tf.LayersModel | null;
  /** What a step is called. */
  stepName: string;
  /** Several models were trained, so that a step does not say of which one it is. */
  isAmbiguous: boolean;
  hasResumed: boolean;
};

/** The states of models that trainings went through, of the last run of each cell. */
export type States = {
  /** A run of the cell begins. */
  begin(cell: CellId, from: number | null): void;
  /** A watched training of the present run begins. */
  fit(model: tf.LayersModel): FitStates;
  /** What the present run has kept, and the step from which it went on; null when it did not. */
  report(): StatesReport;
  forget(cell: CellId): void;
};

export function createStates(): States {
  const cells = new Map<CellId, RunStates>();
  let run = emptyRun(null, []);
  return {
    begin(cell, from) {
      const former = cells.get(cell)?.kept ?? [];
      const trunk = from === null ? [] : former.filter(({ step }) => step <= from);
      run = emptyRun(from, trunk);
      cells.set(cell, run);
    },
    fit(model) {
      run.fits += 1;
      run.isAmbiguous ||= run.model !== null && run.model !== model;
      run.model = model;
      if (run.isAmbiguous) run.kept = [];
      return new FitStates(run, model);
    },
    report() {
      const steps = run.kept.map(({ step }) => step);
      return { steps, stepName: run.stepName, from: run.hasResumed ? run.from : null };
    },
    forget: (cell) => void cells.delete(cell),
  };
}

const emptyRun = (from: number | null, trunk: readonly KeptState[]): RunStates => ({
  from,
  trunk,
  kept: [],
  fits: 0,
  model: null,
  stepName: 'step',
  isAmbiguous: false,
  hasResumed: false,
});
