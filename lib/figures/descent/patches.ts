import type { FrameData } from '@/lib/protocol';

type Data = Pick<FrameData['descent'], 'rows' | 'columns' | 'surface'>;

/** Slopes of the surface at the points of its grid, per cell: to the right, upwards, and of the one along the other. */
export type Patches = { across: Float64Array; up: Float64Array; both: Float64Array };

const cache = new WeakMap<Data, Patches>();

export function patchesOf(data: Data): Patches {
  const known = cache.get(data);
  if (known) return known;
  const { rows, columns, surface } = data;
  const across = slopes(surface, rows, columns, 'column');
  const up = slopes(surface, rows, columns, 'row');
  const patches = { across, up, both: slopes(across, rows, columns, 'row') };
  cache.set(data, patches);
  return patches;
}

/** Differences along one axis of the grid, per cell. */
function slopes(
  values: Float32Array | Float64Array,
  rows: number,
  columns: number,
  along: 'row' | 'column',
): Float64Array {
  const result = new Float64Array(values.length);
  const [count, stride] = along === 'column' ? [columns, 1] : [rows, columns];
  for (let at = 0; at < values.length; at++) {
    const place = along === 'column' ? at % columns : Math.floor(at / columns);
    result[at] = difference((step) => values[at + step * stride]!, place, count);
  }
  return result;
}

/** Coefficients of f at the offsets 0, 1, 2, 3, 4 for the slope at offset 0 and 1; times 12. */
const AT_END = [-25, 48, -36, 16, -3];
const BESIDE_END = [-3, -10, 18, -6, 1];

function difference(value: (step: number) => number, place: number, count: number): number {
  const left = place;
  const right = count - 1 - place;
  if (left >= 2 && right >= 2) {
    return (value(-2) - 8 * value(-1) + 8 * value(1) - value(2)) / 12;
  }
  if (count < 5) {
    const [from, to] = [left > 0 ? -1 : 0, right > 0 ? 1 : 0];
    return (value(to) - value(from)) / (to - from);
  }
  // Near an end five points on this side of it; from the far end they are read backwards, and the slope turns its sign.
  const sign = left < 2 ? 1 : -1;
  const near = Math.min(left, right);
  const weights = near === 0 ? AT_END : BESIDE_END;
  return (sign * weights.reduce((sum, w, i) => sum + w * value(sign * (i - near)), 0)) / 12;
}
