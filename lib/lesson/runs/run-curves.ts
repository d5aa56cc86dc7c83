import type { FigureHistory } from '@/lib/kernel/state';
import { runName, type RunRecord } from './run-record';
import { pointsOf } from './runs-table';

/** One metric of runs as a figure: a line for each that has measured it; null where none has. */
export function runCurves(runs: readonly RunRecord[], metric: string): FigureHistory | null {
  const drawn = runs.filter((run) => pointsOf(run, metric).length > 0);
  if (drawn.length === 0) return null;
  const steps = [...new Set(drawn.map(({ stepName }) => stepName))];
  const series = drawn.map((run) => {
    const points = pointsOf(run, metric);
    return {
      name: `run ${runName(run)}`,
      x: Float32Array.from(points, ({ step }) => step),
      y: Float32Array.from(points, ({ value }) => value),
      ...{ low: new Float32Array(), high: new Float32Array() },
    };
  });
  const data = {
    x: { label: steps.join(' or '), log: false },
    y: { label: metric, log: false },
    series,
  };
  const figure = {
    ...{ id: 'runs', kind: 'lines' as const, title: `${metric} by run`, caption: '' },
    stepName: 'step',
  };
  return { figure, frames: [{ figure: figure.id, kind: figure.kind, step: 0, data }] };
}
