import type { FrameData } from '@/lib/protocol';
import { weigh } from './field';
import { patchesOf } from './patches';

type Data = FrameData['descent'];

/** Where a place lies along an axis of the grid: its cell, and Hermite's weights of values and slopes at both ends. */
type Axis = { cells: Int32Array; weights: Float64Array };

/**
 * The surface as `fieldOf` has it, on another grid: `columns` and `rows` count from 0 to the last of the data's, row by
 * row from the lowest. The weights are found once a row and once a column, and nothing is made for a point: a picture
 * has tens of thousands, and a reader waits.
 */
export function resampled(data: Data, columns: Float64Array, rows: Float64Array): Float64Array {
  const { surface: f, columns: stride } = data;
  const { across, up, both } = patchesOf(data);
  const [x, y] = [axisOf(columns, data.columns), axisOf(rows, data.rows)];
  const result = new Float64Array(columns.length * rows.length);
  let to = 0;
  for (let row = 0; row < rows.length; row++) {
    const base = y.cells[row]! * stride;
    for (let column = 0; column < columns.length; column++) {
      let loss = 0;
      for (let j = 0; j < 2; j++) {
        const value = y.weights[4 * row + j]!;
        const slope = y.weights[4 * row + 2 + j]!;
        for (let i = 0; i < 2; i++) {
          const at = base + j * stride + x.cells[column]! + i;
          const own = x.weights[4 * column + i]!;
          const own1 = x.weights[4 * column + 2 + i]!;
          loss += (f[at]! * own + across[at]! * own1) * value;
          loss += (up[at]! * own + both[at]! * own1) * slope;
        }
      }
      result[to++] = loss;
    }
  }
  return result;
}

function axisOf(places: Float64Array, count: number): Axis {
  const cells = Int32Array.from(places, (place) => Math.min(count - 2, Math.floor(place)));
  const weights = new Float64Array(4 * places.length);
  const all = new Float64Array(8);
  places.forEach((place, i) => {
    weigh(place - cells[i]!, all);
    weights.set(all.subarray(0, 4), 4 * i);
  });
  return { cells, weights };
}
