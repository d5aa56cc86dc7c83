import type { FrameData } from '@/lib/protocol';

type Data = FrameData['descent'];

/** The loss at a place, and its slope along both axes. */
export type Slope = { loss: number; dx: number; dy: number };
export type Field = (x: number, y: number) => Slope | null;

const fields = new WeakMap<Data, Field>();

/**
 * The surface between the points of its grid: cubic Hermite patches, whose slopes at the grid come from differences of
 * fourth order, so that a polynomial of the fourth degree comes out as it is to within the patches' own error. Null off
 * the plane.
 */
export function fieldOf(data: Data): Field {
  const known = fields.get(data);
  if (known) return known;
  const field = makeField(data);
  fields.set(data, field);
  return field;
}

function makeField(data: Data): Field {
  const { rows, columns, surface } = data;
  const across = slopes(surface, rows, columns, 'column');
  const up = slopes(surface, rows, columns, 'row');
  const both = slopes(across, rows, columns, 'row');
  const [h, k] = [new Float64Array(8), new Float64Array(8)];
  const [width, height] = [data.x[1] - data.x[0], data.y[1] - data.y[0]];
  return (x, y) => {
    const u = ((x - data.x[0]) / width) * (columns - 1);
    const v = ((y - data.y[0]) / height) * (rows - 1);
    if (!(u >= 0 && v >= 0 && u <= columns - 1 && v <= rows - 1)) return null;
    const column = Math.min(columns - 2, Math.floor(u));
    const row = Math.min(rows - 2, Math.floor(v));
    weigh(u - column, h);
    weigh(v - row, k);
    let [loss, dx, dy] = [0, 0, 0];
    for (let j = 0; j < 2; j++) {
      for (let i = 0; i < 2; i++) {
        const at = (row + j) * columns + column + i;
        const [f, fu, fv, fuv] = [surface[at]!, across[at]!, up[at]!, both[at]!];
        const [hf, hs, kf, ks] = [h[i]!, h[2 + i]!, k[j]!, k[2 + j]!];
        loss += (f * hf + fu * hs) * kf + (fv * hf + fuv * hs) * ks;
        dx += (f * h[4 + i]! + fu * h[6 + i]!) * kf + (fv * h[4 + i]! + fuv * h[6 + i]!) * ks;
        dy += (f * hf + fu * hs) * k[4 + j]! + (fv * hf + fuv * hs) * k[6 + j]!;
      }
    }
    return { loss, dx: (dx * (columns - 1)) / width, dy: (dy * (rows - 1)) / height };
  };
}

/**
 * Hermite's weights at `t`, in pairs for both ends: of the values, of the slopes, and the derivatives of these two. Into
 * an array that is there already: a picture asks for tens of thousands.
 */
function weigh(t: number, into: Float64Array): void {
  const rest = 1 - t;
  into[0] = (1 + 2 * t) * rest * rest;
  into[1] = t * t * (3 - 2 * t);
  into[2] = t * rest * rest;
  into[3] = -t * t * rest;
  into[4] = -6 * t * rest;
  into[5] = 6 * t * rest;
  into[6] = rest * (1 - 3 * t);
  into[7] = t * (3 * t - 2);
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
