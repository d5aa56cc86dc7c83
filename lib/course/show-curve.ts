import { LIMITS } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import * as tf from './tf';

type Point = { step: number; values: Record<string, number>; mark?: string };
type Marks = Readonly<Record<number, string>>;
type Points = Readonly<Record<string, ArrayLike<number>>>;

/**
 * The points of finished curves, the first at step 1 (of a history: its epochs, counted from 1).
 * More than the page keeps are thinned evenly; the first and the last stay.
 * @throws {TypeError} if lists differ in length or hold something else than numbers.
 * @throws {RangeError} if there are too many lists, or a name is too long.
 */
export function curvePoints(source: Points | tf.History, marks: Marks = {}): Point[] {
  const isHistory = source instanceof tf.History;
  const points = (isHistory ? source.history : source) as Points;
  const names = Object.keys(points);
  checkSeries('show.curve', names);
  const length = checkedLength(points, names);
  const all = evenly(length, LIMITS.framesKept).map((at) => ({
    step: isHistory ? (source.epoch[at] ?? at) + 1 : at + 1,
    values: Object.fromEntries(names.map((name) => [name, numberAt(points, name, at)])),
  }));
  return marked(all, marks);
}

/** Each mark with the last point at or before its step. */
function marked(points: Point[], marks: Marks): Point[] {
  for (const [key, text] of Object.entries(marks)) {
    const step = Number(key);
    const place = points.findLast((point) => point.step <= step);
    if (place === undefined || step > (points.at(-1)?.step ?? 0)) {
      throw new RangeError(
        `show.curve: the mark “${text}” stands at step ${key}, but the curve goes from ${points[0]?.step ?? 0} to ${points.at(-1)?.step ?? 0}.`,
      );
    }
    place.mark = checkLength('show.curve: a mark', text, LIMITS.name);
  }
  return points;
}

/** @throws {RangeError} naming the caller. */
export function checkSeries(caller: string, names: readonly string[]): void {
  const remedy = 'Draw them in several figures.';
  checkCount(caller, { count: names.length, things: 'curves', most: LIMITS.series, remedy });
  for (const name of names) checkLength(`${caller}: the name of a curve`, name, LIMITS.key);
}

function checkedLength(points: Points, names: string[]): number {
  const [first] = names;
  if (first === undefined) {
    throw new TypeError(
      'show.curve needs at least one list of numbers, like { loss: [0.9, 0.5] }, or a history.',
    );
  }
  const lengths = names.map((name) => points[name]?.length);
  const odd = lengths.findIndex((length) => length === undefined || length !== lengths[0]);
  if (odd === -1) return lengths[0] as number;
  const what = lengths[odd] === undefined ? 'is not a list' : `has ${lengths[odd]} numbers`;
  throw new TypeError(`show.curve: ${names[odd]} ${what}, but ${first} has ${lengths[0]} numbers.`);
}

function numberAt(points: Points, name: string, at: number): number {
  const value: unknown = points[name]?.[at];
  if (typeof value === 'number') return value;
  throw new TypeError(`show.curve: ${name}[${at}] is not a number.`);
}

/** Up to `most` of the indices below `length`, evenly spread, with the first and the last. */
function evenly(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, at) => at);
  return Array.from({ length: most }, (_, at) => Math.round((at * (length - 1)) / (most - 1)));
}
