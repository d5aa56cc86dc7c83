import type { FrameData } from '@/lib/protocol';
import type { History, Table } from '../figure-module';
import { formatCount, formatNumber } from '../format';
import { captionOf, when } from '../when';

type Data = FrameData['matrix'];

export const rowName = (data: Data, row: number) => data.rowLabels[row] ?? `row ${row + 1}`;
export const columnName = (data: Data, column: number) =>
  data.columnLabels[column] ?? `column ${column + 1}`;

export function describeMatrix(history: History<'matrix'>, at: number): string {
  const data = history.frames[at]?.data;
  if (!data || data.values.length === 0) return 'The matrix is empty.';
  const size = `${formatCount(data.rows)} by ${formatCount(data.columns)} values`;
  const lead = history.frames.length > 1 ? `After ${when(history, at)} the ${size}` : `The ${size}`;
  const { low, high, mean, broken } = summary(data.values);
  if (broken === data.values.length) return `${lead} are all not finite numbers.`;
  const missing = broken > 0 ? `; ${formatCount(broken)} are not finite numbers` : '';
  const ends = `from ${placed(data, low)} to ${placed(data, high)}`;
  return `${lead} run ${ends}, with a mean of ${formatNumber(mean)}${missing}.`;
}

function placed(data: Data, index: number): string {
  const row = rowName(data, Math.floor(index / data.columns));
  const column = columnName(data, index % data.columns);
  return `${formatNumber(data.values[index] ?? NaN)} (${row}, ${column})`;
}

/** `low` and `high` are indices of the ends. */
function summary(values: Float32Array) {
  let [low, high, sum, broken] = [-1, -1, 0, 0];
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) broken++;
    else {
      sum += value;
      if (low < 0 || value < (values[low] ?? 0)) low = i;
      if (high < 0 || value > (values[high] ?? 0)) high = i;
    }
  });
  return { low, high, mean: sum / Math.max(1, values.length - broken), broken };
}

export function matrixTable(history: History<'matrix'>, at: number): Table {
  const data = history.frames[at]?.data;
  const caption = captionOf(history, at);
  if (!data) return { caption, columns: [], rows: [] };
  const columns = Array.from({ length: data.columns }, (_, i) => columnName(data, i));
  const rows = Array.from({ length: data.rows }, (_, row) => [
    rowName(data, row),
    ...data.values.subarray(row * data.columns, (row + 1) * data.columns),
  ]);
  return { caption, columns: ['', ...columns], rows };
}
