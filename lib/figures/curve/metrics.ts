import type { History } from '../figure-module';

export type Role = 'training' | 'validation';
export type Metric = { name: string; role: Role };
/** The metrics that share an axis: a base name with and without `val_`. */
export type MetricGroup = { base: string; title: string; metrics: Metric[] };

const TITLES: Record<string, string> = {
  loss: 'Loss',
  acc: 'Accuracy, share right',
  accuracy: 'Accuracy, share right',
  mse: 'Mean squared error',
  mae: 'Mean absolute error',
};

/** "accuracy" for both `acc` and `val_accuracy`. */
export function baseOf(metric: string): string {
  const base = metric.replace(/^val_/, '');
  return base === 'acc' ? 'accuracy' : base;
}

/** The metrics that any frame has, in groups; loss first, then accuracy, then as they came. */
export function metricGroups(history: History<'curve'>): MetricGroup[] {
  const names = new Set(history.frames.flatMap((frame) => Object.keys(frame.data.values)));
  const groups = new Map<string, MetricGroup>();
  for (const name of names) {
    const base = baseOf(name);
    const group = groups.get(base) ?? { base, title: TITLES[base] ?? base, metrics: [] };
    group.metrics.push({ name, role: name.startsWith('val_') ? 'validation' : 'training' });
    groups.set(base, group);
  }
  for (const group of groups.values()) group.metrics.sort((a, b) => a.role.localeCompare(b.role));
  const rank = (group: MetricGroup) => ['loss', 'accuracy'].indexOf(group.base) >>> 0;
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

/** The step with the lowest finite validation loss among the first `at + 1` frames. */
export function lowestValidationLoss(
  history: History<'curve'>,
  at: number,
): { step: number; value: number; index: number } | null {
  let best: { step: number; value: number; index: number } | null = null;
  history.frames.slice(0, at + 1).forEach(({ step, data }, index) => {
    const value = data.values.val_loss;
    if (value === undefined || !Number.isFinite(value)) return;
    if (!best || value < best.value) best = { step, value, index };
  });
  return best;
}
