import { LIMITS, type ControlPoint } from '@/lib/protocol';
import {
  callOf,
  checkNumber,
  checkOptions,
  checkText,
  checkTexts,
  checkWhole,
  told,
} from './input-checks';
import type { ControlDraft } from './input-drafts';

type Interval = [low: number, high: number];
type Plane = { x: Interval; y: Interval; labels: string[] };
type Given = Record<string, unknown>;

/** @throws {Error} for axes, classes or points that make no plane. */
export function pointsDraft(given: unknown, options: object): ControlDraft {
  const { label, call } = callOf('points', given);
  checkOptions(call, options, ['x', 'y', 'labels', 'names', 'value']);
  const {
    x = [-1, 1],
    y = [-1, 1],
    labels = ['point'],
    names = ['x', 'y'],
    value = [],
  } = options as Given;
  const plane = {
    x: checkInterval(call, 'x', x),
    y: checkInterval(call, 'y', y),
    labels: checkTexts(call, 'labels', labels, LIMITS.pointLabels),
  };
  return {
    kind: 'points',
    label,
    ...plane,
    names: checkNames(call, names),
    value: checkPoints(call, value, plane),
  };
}

function checkInterval(call: string, name: string, given: unknown): Interval {
  if (!Array.isArray(given) || given.length !== 2) {
    throw new TypeError(
      `${call}: \`${name}\` has to be the two ends of an axis, as [-1, 1], but got ${told(given)}.`,
    );
  }
  const [low, high] = given.map((end) => checkNumber(call, name, end)) as Interval;
  if (low < high) return [low, high];
  throw new RangeError(
    `${call}: the first end of \`${name}\` has to be below the second, but ${low} is not below ${high}.`,
  );
}

/** Two texts; empty for an axis without a name. */
function checkNames(call: string, given: unknown): [string, string] {
  if (!Array.isArray(given) || given.length !== 2) {
    throw new TypeError(
      `${call}: \`names\` has to be the names of the two axes, as ['age', 'mass'], but got ${told(given)}.`,
    );
  }
  return given.map((name) => checkText(call, 'names', name, LIMITS.key)) as [string, string];
}

function checkPoints(call: string, given: unknown, plane: Plane): ControlPoint[] {
  if (!Array.isArray(given)) {
    throw new TypeError(
      `${call}: \`value\` has to be a list of points, as [{ x: 0, y: 0 }], but got ${told(given)}.`,
    );
  }
  if (given.length > LIMITS.points) {
    throw new RangeError(
      `${call}: ${given.length} points are too many; ${LIMITS.points} are the most. Take some of them.`,
    );
  }
  return given.map((point, at) => checkPoint(call, point, at, plane));
}

function checkPoint(call: string, given: unknown, at: number, plane: Plane): ControlPoint {
  const { x, y, label = 0 } = (given ?? {}) as Given;
  const place = `value[${at}]`;
  return {
    x: checkCoordinate(call, `${place}.x`, x, plane.x),
    y: checkCoordinate(call, `${place}.y`, y, plane.y),
    label: checkWhole(call, `${place}.label`, label, [0, plane.labels.length - 1]),
  };
}

function checkCoordinate(
  call: string,
  name: string,
  given: unknown,
  [low, high]: Interval,
): number {
  const value = checkNumber(call, name, given);
  if (value >= low && value <= high) return value;
  throw new RangeError(
    `${call}: ${name} is ${value}, which lies outside of its axis from ${low} to ${high}. Make the axis longer.`,
  );
}
