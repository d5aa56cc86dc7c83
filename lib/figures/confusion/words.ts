import type { Cell, History, Table } from '../figure-module';
import { formatCount, formatNumber, formatPercent, joinWords } from '../format';
import { when } from '../when';
import { countAt, scoresOf, type ConfusionData, type Scores } from './scores';

/** With more classes than this, the sentence names only the best and the worst known. */
const NAMED = 4;

export function describeConfusion(history: History<'confusion'>, at: number): string {
  const data = history.frames[at]?.data;
  const scores = data && scoresOf(data);
  if (!data || !scores || scores.total === 0) return 'No cases have been counted.';
  const lead = history.frames.length > 1 ? `After ${when(history, at)}, of` : 'Of';
  const counts = `${formatCount(scores.total)} cases ${formatCount(scores.right)} are predicted right`;
  const accuracy = `an accuracy of ${formatNumber(scores.accuracy)}`;
  return `${lead} ${counts}, ${accuracy}; recall is ${recalls(data, scores)}.`;
}

function recalls(data: ConfusionData, scores: Scores): string {
  const known = scores.rows
    .map((row, i) => ({ recall: row.recall, label: data.labels[i] ?? '' }))
    .filter(({ recall }) => Number.isFinite(recall));
  if (known.length <= NAMED) {
    return joinWords(known.map((one) => `${formatPercent(one.recall)} for ${one.label}`));
  }
  const sorted = [...known].sort((a, b) => a.recall - b.recall);
  const [worst, best] = [sorted[0], sorted[sorted.length - 1]];
  const from = `from ${formatPercent(worst?.recall ?? NaN)} for ${worst?.label}`;
  return `${from} to ${formatPercent(best?.recall ?? NaN)} for ${best?.label}`;
}

export function confusionTable(history: History<'confusion'>, at: number): Table {
  const data = history.frames[at]?.data ?? { labels: [], counts: new Uint32Array(0) };
  const scores = scoresOf(data);
  const several = history.frames.length > 1 ? `, ${when(history, at)}` : '';
  return {
    caption: `${history.figure.title}${several}`,
    columns: ['actual', ...data.labels.map((label) => `predicted ${label}`), 'total', 'recall'],
    rows: data.labels.map((label, actual): Cell[] => {
      const { total = 0, recall = NaN } = scores.rows[actual] ?? {};
      const counts = data.labels.map((_, predicted) => countAt(data, actual, predicted));
      return [label, ...counts, total, Number.isFinite(recall) ? recall : null];
    }),
  };
}
