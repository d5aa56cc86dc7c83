import type { RunRecord } from './run-record';

/** The run with the seed that it was given among its settings: what explains a result is told in one place. */
export const withSeed = (run: RunRecord): RunRecord => ({
  ...run,
  settings: [...run.settings, ['page’s seed', `${run.seed}`]],
});
