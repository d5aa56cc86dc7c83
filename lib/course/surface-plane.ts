import { LIMITS } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { originOf } from './input-origin';
import type { SurfaceOptions } from './types/surface';

type Interval = [low: number, high: number];

/** The plane of a surface and the points on it, checked. */
export type SurfacePlane = {
  x: Interval;
  y: Interval;
  names: [string, string];
  labels: string[];
  points: Float32Array;
  classes: Uint8Array;
  control: { cell: string; key: string } | null;
};

type Points = NonNullable<SurfaceOptions['points']>;

/**
 * What the options say, else what the control of the points says, else what follows from the points.
 * @param caller what the reader called, for errors
 * @throws {TypeError | RangeError} for points, ends or names that make no plane.
 */
export function surfacePlane(options: SurfaceOptions, caller: string): SurfacePlane {
  const points = checkedPoints(options.points ?? [], caller);
  const origin = originOf(options.points);
  const held = origin?.control.kind === 'points' ? origin.control : null;
  const along = (axis: 'x' | 'y') =>
    options[axis] === undefined
      ? (held?.[axis] ?? around(points.map((point) => point[axis])))
      : checkedInterval(options[axis], axis, caller);
  const classes = points.map(({ label }) => label ?? 0);
  const labels = options.labels ?? held?.labels ?? defaultLabels(classes);
  checkClasses(classes, labels.length, caller);
  const names = options.names ?? held?.names ?? ['x', 'y'];
  const [x, y] = [along('x'), along('y')];
  const within = held && isWithin(x, held.x) && isWithin(y, held.y);
  return {
    x,
    y,
    names: [0, 1].map((i) =>
      checkLength(`${caller}: the name of an axis`, names[i] || 'xy'[i], LIMITS.name),
    ) as [string, string],
    labels: Array.from(labels, (label) =>
      checkLength(`${caller}: the name of a class`, label, LIMITS.name),
    ),
    points: Float32Array.from(points.flatMap(({ x, y }) => [x, y])),
    classes: Uint8Array.from(classes),
    // A plane that reaches further than the control has places where no point may be added.
    control: origin && within ? { cell: origin.cell, key: held.key } : null,
  };
}

const isWithin = ([low, high]: Interval, [least, most]: Interval) => low >= least && high <= most;

function checkedPoints(points: Points, caller: string): Points {
  if (!Array.isArray(points)) {
    throw new TypeError(
      `${caller}: \`points\` has to be a list like [{ x: 0, y: 0, label: 1 }], for instance what input.points gives.`,
    );
  }
  const remedy = 'Take some of them, for instance with slice.';
  checkCount(caller, { count: points.length, things: 'points', most: LIMITS.points, remedy });
  const stray = (points as Points).findIndex(
    (point) => !Number.isFinite(point?.x) || !Number.isFinite(point?.y),
  );
  if (stray < 0) return points as Points;
  throw new TypeError(
    `${caller}: points[${stray}] needs an x and a y that are numbers, as in { x: 0.5, y: -1, label: 0 }.`,
  );
}

function checkClasses(classes: readonly number[], count: number, caller: string): void {
  const remedy = 'Draw the points of some of the classes.';
  checkCount(caller, { count, things: 'classes', most: LIMITS.pointLabels, remedy });
  const stray = classes.findIndex(
    (label) => !Number.isInteger(label) || label < 0 || label >= Math.max(1, count),
  );
  if (stray < 0) return;
  throw new RangeError(
    `${caller}: the label of points[${stray}] is ${classes[stray]}, but there are ${count} classes, counted from 0.`,
  );
}

const defaultLabels = (classes: readonly number[]) =>
  classes.length === 0
    ? []
    : Array.from({ length: Math.max(2, 1 + Math.max(...classes)) }, (_, i) => `class ${i}`);

function checkedInterval(given: unknown, name: string, caller: string): Interval {
  const [low, high] = (Array.isArray(given) ? given : []) as unknown[];
  if (Number.isFinite(low) && Number.isFinite(high) && (low as number) < (high as number)) {
    return [low as number, high as number];
  }
  throw new TypeError(
    `${caller}: \`${name}\` has to be the two ends of an axis, the lower one first, as in [-1, 1].`,
  );
}

/** Room for all of them and a tenth more; from -1 to 1 where there are none. */
function around(values: readonly number[]): Interval {
  if (values.length === 0) return [-1, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const pad = (high - low) / 10 || 1;
  return [low - pad, high + pad];
}
