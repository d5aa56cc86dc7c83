import type { Host } from './host';
import { readFloats } from './read-values';
import * as tf from './tf';
import type { LossOfTwo } from './types/show-descent';

type Grid = { x: [number, number]; y: [number, number]; rows: number; columns: number };

/** Places of the grid whose losses, taken one by one, have to agree with those taken all at once. */
const PROBES = 7;
/** Losses that are computed between two looks for Stop, and read together. */
const TOGETHER = 256;

/**
 * The loss at every place of the grid, row-major, rows from the lower end of `y`. All at once where the loss works
 * place by place, which a few probes tell; a loss that sums over data for instance is asked for one place after another.
 */
export async function surfaceOf(
  host: Pick<Host, 'checkpoint' | 'pace'>,
  loss: LossOfTwo,
  grid: Grid,
): Promise<Float32Array> {
  const places = placesOf(grid);
  const probes = Array.from({ length: PROBES }, (_, i) =>
    Math.floor(((i + 0.5) / PROBES) * places.x.length),
  );
  const [few, all] = [await oneByOne(host, loss, pick(places, probes)), await atOnce(loss, places)];
  if (all && probes.every((at, i) => isClose(all[at]!, few[i]!))) return all;
  return oneByOne(host, loss, places);
}

type Places = { x: Float32Array; y: Float32Array };

function placesOf({ x, y, rows, columns }: Grid): Places {
  const along = ([low, high]: [number, number], share: number) => low + (high - low) * share;
  const at = (make: (row: number, column: number) => number) =>
    Float32Array.from({ length: rows * columns }, (_, i) =>
      make(Math.floor(i / columns), i % columns),
    );
  return {
    x: at((_, column) => along(x, column / (columns - 1))),
    y: at((row) => along(y, row / (rows - 1))),
  };
}

const pick = ({ x, y }: Places, at: readonly number[]): Places => ({
  x: Float32Array.from(at, (i) => x[i]!),
  y: Float32Array.from(at, (i) => y[i]!),
});

const isClose = (a: number, b: number) =>
  Object.is(a, b) || Math.abs(a - b) <= 1e-4 * Math.max(1e-3, Math.abs(a), Math.abs(b));

async function atOnce(loss: LossOfTwo, { x, y }: Places): Promise<Float32Array | null> {
  let result: tf.Tensor;
  try {
    result = tf.tidy(() => asTensor(loss(tf.tensor1d(x), tf.tensor1d(y))));
  } catch {
    // A loss that takes single numbers alone may say so.
    return null;
  }
  try {
    return result.size === x.length ? await readFloats(result) : null;
  } finally {
    result.dispose();
  }
}

async function oneByOne(
  host: Pick<Host, 'checkpoint' | 'pace'>,
  loss: LossOfTwo,
  { x, y }: Places,
): Promise<Float32Array> {
  const values = new Float32Array(x.length);
  for (let from = 0; from < x.length; from += TOGETHER) {
    host.checkpoint();
    if (host.pace.due()) await host.pace.turn();
    const to = Math.min(x.length, from + TOGETHER);
    const part = tf.tidy(() =>
      tf.stack(
        Array.from({ length: to - from }, (_, i) =>
          singleLoss(loss, tf.scalar(x[from + i]!), tf.scalar(y[from + i]!)),
        ),
      ),
    );
    try {
      values.set(await readFloats(part), from);
    } finally {
      part.dispose();
    }
  }
  return values;
}

/** @throws {TypeError} if the loss is not one number in a tensor. */
export function singleLoss(loss: LossOfTwo, x: tf.Tensor, y: tf.Tensor): tf.Scalar {
  const result = asTensor(loss(x, y));
  if (result.size === 1) return result.asScalar();
  throw new TypeError(
    `show.descent: the loss has to be one number, but is a tensor of shape [${result.shape.join(', ')}]. Take its mean: .mean().`,
  );
}

function asTensor(result: unknown): tf.Tensor {
  if (result instanceof tf.Tensor) return result;
  throw new TypeError(
    `show.descent: the loss has to give a tensor, but gives ${typeof result}. Write it with operations of tf, like x.square().add(y).`,
  );
}
