import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { readFloats } from './read-values';
import { allSoon, mapSoon, type Soon } from './soon';
import * as tf from './tf';
import type { SeriesLike } from './types/show-series';

type SeriesOptions = { times?: readonly (string | number)[]; unit?: string };

/**
 * Lines over time as the data of a figure.
 * @throws {TypeError} if there is no line, lines differ in length, or the times don't fit.
 * @throws {RangeError} if there are too many lines or points, or a name is too long.
 */
export function seriesData(
  lines: SeriesLike,
  { times, unit = '' }: SeriesOptions,
): Soon<FrameData['series']> {
  const names = Object.keys(lines ?? {});
  if (names.length === 0) {
    throw new TypeError('show.series needs at least one line, like { temperature: [12, 14, 11] }.');
  }
  const remedy = 'Draw them in several figures.';
  checkCount('show.series', { count: names.length, things: 'lines', most: LINES, remedy });
  return mapSoon(allSoon(names.map((name) => numbersOf(name, lines[name]))), (values) => {
    const count = values[0]?.length ?? 0;
    return {
      times: timesFor(count, times),
      unit: checkLength('show.series: the unit', unit, LIMITS.name),
      lines: names.map((name, i) => ({
        name: checkLength('show.series: the name of a line', name, LIMITS.name),
        values: checkedLength(name, values[i] ?? new Float32Array(0), count),
      })),
    };
  });
}

const LINES = LIMITS.forecasts + 1;

function numbersOf(name: string, values: SeriesLike[string] | undefined): Soon<Float32Array> {
  if (values instanceof tf.Tensor) return readFloats(values);
  const length = (values as ArrayLike<number> | null | undefined)?.length;
  if (!Number.isSafeInteger(length)) {
    throw new TypeError(`show.series: ${name} is not a list of numbers or a tensor.`);
  }
  return Float32Array.from(values as ArrayLike<number>, Number);
}

function checkedLength(name: string, values: Float32Array, count: number): Float32Array {
  const remedy = 'Take a part of it, for instance with slice.';
  const most = LIMITS.labels;
  checkCount('show.series', { count: values.length, things: 'points in time', most, remedy });
  if (values.length === count) return values;
  throw new TypeError(
    `show.series: ${name} has ${values.length} values, but the first line has ${count}. ` +
      'Where a value is missing, put NaN.',
  );
}

/** Without names, the points are counted from 1. */
function timesFor(count: number, times?: readonly (string | number)[]): string[] {
  if (times === undefined) return Array.from({ length: count }, (_, i) => String(i + 1));
  if (times.length !== count) {
    throw new TypeError(`show.series: there are ${times.length} times for ${count} values.`);
  }
  return Array.from(times, (time) =>
    checkLength('show.series: the name of a time', String(time), LIMITS.name),
  );
}
