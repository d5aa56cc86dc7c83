import { rangeOf } from '../convolve/plane';
import type { Cell, History, Table } from '../figure-module';
import { formatNumber } from '../format';
import type { Settings } from '../setting';
import { painted } from './paint';
import { kernelOf, presetOf } from './settings';

export function describeKernel(history: History<'kernel'>, at: number, settings: Settings): string {
  const data = history.frames[at]?.data;
  if (!data) return 'There is no picture.';
  const kernel = kernelOf(data, settings);
  const { geometry, planes } = painted(data, kernel, true);
  const { low, high } = rangeOf(planes[0] ?? kernel);
  const sum = kernel.values.reduce((total, weight) => total + weight, 0);
  const { height, width } = data.picture;
  return (
    `The kernel “${data.kernels[presetOf(data, settings)]?.name}”, ${data.size} by ${data.size} with weights that add up to ` +
    `${formatNumber(Math.round(sum * 1e6) / 1e6)}, turns ${height} by ${width} pixels into ${geometry.output.height} by ` +
    `${geometry.output.width}, in grey from ${formatNumber(low)} to ${formatNumber(high)}.`
  );
}

/** The kernel's weights as the reader has set them. */
export function kernelTable(history: History<'kernel'>, at: number, settings: Settings): Table {
  const caption = `${history.figure.title}: the kernel`;
  const data = history.frames[at]?.data;
  if (!data) return { caption, columns: [], rows: [] };
  const { height, width, values } = kernelOf(data, settings);
  return {
    caption,
    columns: ['row', ...Array.from({ length: width }, (_, column) => `column ${column + 1}`)],
    rows: Array.from({ length: height }, (_, row): Cell[] => [
      row + 1,
      ...values.subarray(row * width, (row + 1) * width),
    ]),
  };
}
