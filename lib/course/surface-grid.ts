import type { SurfaceGrid } from '@/lib/protocol';
import type { Slice } from './surface-data';
import type { SurfacePlane } from './surface-plane';
import * as tf from './tf';

/** Squares along a side: enough for a smooth line, and small enough to be sent at every epoch. */
const SIDE = 40;

/** What a model is asked over a plane, and what its answers make. */
export type GridSampler = {
  /** `[squares + points, inputs]`: the middles of the squares from the top left, then the points. */
  inputs(): tf.Tensor2D;
  from(answers: Float32Array): SurfaceGrid;
};

export function sampleGrid(plane: SurfacePlane, slice: Slice): GridSampler {
  const squares = SIDE * SIDE;
  const points = plane.classes.length;
  return {
    inputs: () => tf.tensor2d(rowsOf(plane, slice), [squares + points, slice.inputs]),
    from(answers) {
      const outputs = Math.round(answers.length / (squares + points));
      const [low, high] = rangeOf(answers);
      const values = Uint8Array.from(answers.subarray(0, squares * outputs), (value) =>
        Math.round(255 * Math.min(1, Math.max(0, (value - low) / (high - low) || 0))),
      );
      const own = answers.slice(squares * outputs);
      return { rows: SIDE, columns: SIDE, outputs, low, high, values, answers: own };
    },
  };
}

function rowsOf({ x, y, points, classes }: SurfacePlane, slice: Slice): Float32Array {
  const { inputs, axes, others } = slice;
  const squares = SIDE * SIDE;
  const rows = new Float32Array((squares + classes.length) * inputs);
  const set = (row: number, across: number, up: number) => {
    rows.set(others, row * inputs);
    rows[row * inputs + axes[0]] = across;
    rows[row * inputs + axes[1]] = up;
  };
  for (let square = 0; square < squares; square++) {
    const column = square % SIDE;
    const row = Math.floor(square / SIDE);
    set(
      square,
      x[0] + ((column + 0.5) / SIDE) * (x[1] - x[0]),
      y[1] - ((row + 0.5) / SIDE) * (y[1] - y[0]),
    );
  }
  for (let i = 0; i < classes.length; i++) set(squares + i, points[2 * i]!, points[2 * i + 1]!);
  return rows;
}

/** From 0 to 1 for probabilities; else as far as they go to either side of zero. */
function rangeOf(answers: Float32Array): [low: number, high: number] {
  let [low, high] = [0, 0];
  for (const value of answers) {
    if (value < low && value > -Infinity) low = value;
    if (value > high && value < Infinity) high = value;
  }
  if (low >= 0 && high <= 1) return [0, 1];
  const reach = Math.max(-low, high) || 1;
  return [-reach, reach];
}
