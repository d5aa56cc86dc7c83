import type { FrameData, NetworkLayer } from '@/lib/protocol';
import { forward, type LayerValues } from '../dense/forward';

export type SurfaceData = FrameData['surface'];

/**
 * What units give all over the plane: `values[layer][unit]` is row by row from the top left, taken in the middle of each
 * square of the grid. Layer 0 is the two coordinates; the last layer is the answer, and where it is sampled the only
 * other.
 */
export type Fields = { rows: number; columns: number; values: readonly LayerValues[] };

/** Squares along a side where the page computes the answer; fewer where each costs more. */
const SIDE = { small: 48, large: 32 };
const LARGE = 1_000;

const cache = new WeakMap<readonly NetworkLayer[] | SurfaceData, Fields>();

/** @param layers those of the frame, or what the reader has made of them */
export function fieldsOf(data: SurfaceData, layers: readonly NetworkLayer[]): Fields {
  const key = data.grid ? data : layers;
  const known = cache.get(key);
  if (known) return known;
  const fields = data.grid ? sampled(data, data.grid) : computed(data, layers);
  cache.set(key, fields);
  return fields;
}

function computed(data: SurfaceData, layers: readonly NetworkLayer[]): Fields {
  const weights = layers.reduce((sum, { kernel }) => sum + kernel.length, 0);
  const side = weights > LARGE ? SIDE.large : SIDE.small;
  const inputs = coordinates(data, side, side);
  return { rows: side, columns: side, values: forward(layers, inputs) };
}

function sampled(data: SurfaceData, grid: NonNullable<SurfaceData['grid']>): Fields {
  const { rows, columns, outputs, low, high, values } = grid;
  const answer = Array.from({ length: outputs }, (_, output) =>
    Float32Array.from(
      { length: rows * columns },
      (_, i) => low + ((values[i * outputs + output] ?? 0) / 255) * (high - low),
    ),
  );
  return { rows, columns, values: [coordinates(data, rows, columns), answer] };
}

/** The middles of the squares: their x, and their y from the top down. */
function coordinates({ x, y }: SurfaceData, rows: number, columns: number): Float32Array[] {
  const xs = new Float32Array(rows * columns);
  const ys = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      xs[row * columns + column] = x[0] + ((column + 0.5) / columns) * (x[1] - x[0]);
      ys[row * columns + column] = y[1] - ((row + 0.5) / rows) * (y[1] - y[0]);
    }
  }
  return [xs, ys];
}

/** At how many places any of these units gives no number (NaN). */
export function noNumbersIn(units: LayerValues): number {
  let count = 0;
  for (let i = 0; i < (units[0]?.length ?? 0); i++) {
    if (units.some((unit) => Number.isNaN(unit[i]))) count++;
  }
  return count;
}

/** What the answer's units give at a place of the plane, as the grid has it there. */
export function answerAt(fields: Fields, data: SurfaceData, [x, y]: readonly [number, number]) {
  const { rows, columns, values } = fields;
  const column = square((x - data.x[0]) / (data.x[1] - data.x[0]), columns);
  const row = square((data.y[1] - y) / (data.y[1] - data.y[0]), rows);
  return (values[values.length - 1] ?? []).map((unit) => unit[row * columns + column] ?? NaN);
}

const square = (share: number, count: number) =>
  Math.min(count - 1, Math.max(0, Math.floor(share * count)));
