import type { ControlValue } from '@/lib/protocol';

/** Whether two positions of a control are the same: by content, but files, which may be large, by identity. */
export function sameValue(a: ControlValue, b: ControlValue): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Float32Array && b instanceof Float32Array) {
    return a.length === b.length && a.every((value, i) => value === b[i]);
  }
  return isPoints(a) && isPoints(b) && a.length === b.length && a.every(isAt(b));
}

type Points = Extract<ControlValue, readonly unknown[]>;

const isPoints = (value: ControlValue): value is Points => Array.isArray(value);

const isAt =
  (points: Points) =>
  ({ x, y, label }: Points[number], i: number) => {
    const other = points[i];
    return other?.x === x && other.y === y && other.label === label;
  };
