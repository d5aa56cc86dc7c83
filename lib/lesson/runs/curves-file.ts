import type { Table } from '@/lib/figures';
import type { RunRecord } from './run-record';
import { runsTable } from './runs-table';

/** The curves of runs for a file: a row for each point of each run, with every metric that any of them has. */
export function curvesFile(runs: readonly RunRecord[]): Table {
  const { metrics } = runsTable(runs);
  const steps = [...new Set(runs.map(({ stepName }) => stepName || 'step'))];
  const rows = runs.flatMap(({ number, name, points }) =>
    points.map(({ step, values }) => [
      number,
      name,
      step,
      ...metrics.map((metric) => values[metric] ?? null),
    ]),
  );
  return { caption: 'Curves', columns: ['run', 'name', steps.join(' or '), ...metrics], rows };
}
