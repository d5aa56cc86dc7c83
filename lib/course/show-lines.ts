import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import * as tf from './tf';
import type { LinesLike, LinesOptions } from './types/lines';

type LinesData = FrameData['lines'];
type Series = LinesData['series'][number];

/** More lines than this nobody can tell apart. */
const LINES = 24;

/**
 * Named lines as the data of a figure.
 * @throws {TypeError} if a line is no list of numbers or points.
 * @throws {RangeError} if there are too many lines or points, or a logarithmic axis has nothing above zero.
 */
export function linesData(lines: LinesLike, options: LinesOptions = {}): LinesData {
  const names = namesOf(lines);
  const data = {
    x: { label: labelOf('x', options.x), log: options.logX === true },
    y: { label: labelOf('y', options.y), log: options.logY === true },
    series: names.map((name) => seriesOf(name, lines[name])),
  };
  checkLog(data, 'x');
  checkLog(data, 'y');
  const points = data.series.reduce((sum, { x }) => sum + x.length, 0);
  const remedy = 'Leave out some, for instance every other one.';
  checkCount('show.lines', { count: points, things: 'points', most: 50_000, remedy });
  return data;
}

function namesOf(lines: unknown): string[] {
  const isList = Array.isArray(lines) || lines instanceof tf.Tensor || ArrayBuffer.isView(lines);
  const names = typeof lines === 'object' && lines !== null && !isList ? Object.keys(lines) : [];
  if (names.length === 0) {
    throw new TypeError(
      'show.lines needs lines by name, like { sigmoid: [0.1, 0.2], relu: [0.3, 0.4] }.',
    );
  }
  const remedy = 'Draw them in several figures.';
  checkCount('show.lines', { count: names.length, things: 'lines', most: LINES, remedy });
  for (const name of names) checkLength('show.lines: the name of a line', name, LIMITS.name);
  return names;
}

const labelOf = (axis: 'x' | 'y', label: string = axis) =>
  checkLength(`show.lines: what ${axis} is`, label, LIMITS.name);

function seriesOf(name: string, points: unknown): Series {
  const list = listOf(name, points);
  const isFlat = list.every((point) => typeof point === 'number');
  const rows = isFlat ? list.map((y, i) => [i + 1, y]) : list;
  const hasSpread = rows.some((row) => lengthOf(row) === 4);
  rows.forEach((row, i) => checkPoint(name, row, i, hasSpread ? 4 : 2));
  const column = (at: number) => Float32Array.from(rows as number[][], (row) => row[at] as number);
  const none = new Float32Array(0);
  return {
    name,
    x: column(0),
    y: column(1),
    low: hasSpread ? column(2) : none,
    high: hasSpread ? column(3) : none,
  };
}

function listOf(name: string, points: unknown): unknown[] {
  const isList = lengthOf(points) !== undefined && typeof points !== 'string';
  if (isList) return Array.from(points as ArrayLike<unknown>);
  const remedy = points instanceof tf.Tensor ? ' Read it first: await tensor.array().' : '';
  throw new TypeError(`show.lines: ${name} is not a list of numbers or of points.${remedy}`);
}

const lengthOf = (value: unknown) => (value as ArrayLike<unknown> | null | undefined)?.length;

function checkPoint(name: string, row: unknown, at: number, length: number): void {
  const values = lengthOf(row) === length ? Array.from(row as ArrayLike<unknown>) : [];
  if (values.length === length && values.every((value) => typeof value === 'number')) return;
  const form = length === 4 ? '[x, y, low, high], as other points of it are' : 'a number or [x, y]';
  throw new TypeError(`show.lines: point ${at} of ${name} must be ${form}.`);
}

function checkLog(data: LinesData, axis: 'x' | 'y'): void {
  if (!data[axis].log) return;
  if (data.series.some((series) => series[axis].some((value) => value > 0))) return;
  const option = `log${axis.toUpperCase()}`;
  throw new RangeError(
    `show.lines: a logarithmic axis shows numbers above zero, but no ${axis} is. Leave out ${option}.`,
  );
}
