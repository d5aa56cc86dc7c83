import { rangeOf, valueAt } from '../convolve/plane';
import { placeOf } from '../convolve/stepper';
import type { Cell, History, Table } from '../figure-module';
import { formatNumber } from '../format';
import { notFiniteWords } from '../not-finite';
import type { Settings } from '../setting';
import { positionIn, steppedOf } from './settings';

export function describeConvolution(
  history: History<'convolution'>,
  index: number,
  settings: Settings,
): string {
  const data = history.frames[index]?.data;
  if (!data) return 'There is nothing to convolve.';
  const { geometry, output } = steppedOf(data, settings);
  const { stride, dilation, padding, kernel, input } = geometry;
  const steps = [`stride ${stride}`, ...(dilation > 1 ? [`dilation ${dilation}`] : []), `padding ${padding}`]; // prettier-ignore
  const lead = `A kernel of ${kernel.height} by ${kernel.width} over ${input.height} by ${input.width} numbers with ${steps.join(', ')}`;
  if (output.values.length === 0) return `${lead} has no room: it is larger than the input.`;
  const position = positionIn(settings, output);
  const at = placeOf(geometry, position);
  const { low, high } = rangeOf(output);
  const broken = notFiniteWords(output.values);
  const missing = broken === '' ? '' : `; no numbers: ${broken} of ${output.values.length}`;
  const ends = output.values.some(Number.isFinite)
    ? `, from ${formatNumber(low)} to ${formatNumber(high)}`
    : '';
  return (
    `${lead} gives ${output.height} by ${output.width}${ends}${missing}. ` +
    `The window makes row ${at.row + 1}, column ${at.column + 1}: ${formatNumber(valueAt(output, at))}.`
  );
}

export function convolutionTable(
  history: History<'convolution'>,
  index: number,
  settings: Settings,
): Table {
  const caption = `${history.figure.title}: the output`;
  const data = history.frames[index]?.data;
  if (!data) return { caption, columns: [], rows: [] };
  const { output } = steppedOf(data, settings);
  const columns = Array.from({ length: output.width }, (_, column) => `column ${column + 1}`);
  const rows = Array.from({ length: output.height }, (_, row): Cell[] => [
    row + 1,
    ...output.values.subarray(row * output.width, (row + 1) * output.width),
  ]);
  return { caption, columns: ['row', ...columns], rows };
}
