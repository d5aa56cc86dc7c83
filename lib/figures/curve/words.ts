import type { History, Table } from '../figure-module';
import { formatNumber, joinWords } from '../format';
import { when } from '../when';
import { lowestValidationLoss, metricGroups, type MetricGroup } from './metrics';

export function describeCurve(history: History<'curve'>, at: number): string {
  const values = history.frames[at]?.data.values ?? {};
  const parts = metricGroups(history)
    .map((group) => phrase(group, values))
    .filter((part) => part !== '');
  const best = lowestValidationLoss(history, at);
  if (best && at > 0 && parts[0] !== undefined) {
    const step = history.figure.stepName || 'step';
    parts[0] += `, lowest ${formatNumber(best.value)} at ${step} ${best.step}`;
  }
  return parts.length === 0
    ? `After ${when(history, at)} no metric has a value.`
    : `After ${when(history, at)} ${parts.join('; ')}.${markWords(history, at)}`;
}

/** " Marked: stopped at epoch 41." */
function markWords({ frames, figure }: History<'curve'>, at: number): string {
  const marks = frames
    .slice(0, at + 1)
    .flatMap(({ step, data }) => (data.mark ? [{ step, mark: data.mark }] : []));
  if (marks.length === 0) return '';
  const words = marks.map(({ step, mark }) => `${mark} at ${figure.stepName || 'step'} ${step}`);
  return ` Marked: ${joinWords(words)}.`;
}

/** "the loss is 0.412 in training and 0.471 in validation" */
function phrase(group: MetricGroup, values: Record<string, number>): string {
  const named = group.metrics.flatMap(({ name, role }) => {
    const value = values[name];
    return value === undefined ? [] : [{ role, text: formatNumber(value) }];
  });
  if (named.length === 0) return '';
  const both = group.metrics.length > 1 || group.metrics[0]?.role === 'validation';
  const text = named.map((one) => (both ? `${one.text} in ${one.role}` : one.text));
  return `the ${group.base} is ${joinWords(text)}`;
}

/** A row for each frame, a column for each metric. */
export function curveTable(history: History<'curve'>): Table {
  const names = metricGroups(history).flatMap((group) => group.metrics.map(({ name }) => name));
  return {
    caption: history.figure.title,
    columns: [history.figure.stepName || 'step', ...names],
    rows: history.frames.map(({ step, data }) => [
      step,
      ...names.map((name) => data.values[name] ?? null),
    ]),
  };
}
