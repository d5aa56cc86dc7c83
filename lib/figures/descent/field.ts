import type { FrameData } from '@/lib/protocol';
import { patchesOf } from './patches';

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
  const { across, up, both } = patchesOf(data);
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
 * an array that is there already: a walk asks for hundreds.
 */
export function weigh(t: number, into: Float64Array): void {
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
