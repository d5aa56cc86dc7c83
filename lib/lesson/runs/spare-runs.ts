import type { RunRecord } from './run-record';

/** Runs of one cell that are kept beside those that are pinned. */
const MOST = 40;

/** The runs of one cell to do without: the oldest that are not pinned. */
export function spareRuns(runs: readonly RunRecord[]): RunRecord[] {
  const loose = runs.filter(({ pinned }) => !pinned).sort((a, b) => a.number - b.number);
  return loose.slice(0, Math.max(0, loose.length - MOST));
}
