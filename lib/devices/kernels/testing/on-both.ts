import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';

/** One input of an operation under test. */
export type Input = { shape: number[]; dtype?: 'float32' | 'int32' | 'bool'; values: number[] };

type Result = { shape: number[]; dtype: tf.DataType; values: number[] };

/** Runs `operation` on one device; every tensor that it makes is gone afterwards. */
async function on(
  device: string,
  inputs: Input[],
  operation: (...tensors: tf.Tensor[]) => tf.Tensor,
): Promise<Result> {
  await tf.setBackend(device);
  const before = tf.memory().numTensors;
  const tensors = inputs.map(({ values, shape, dtype }) => tf.tensor(values, shape, dtype));
  const result = tf.tidy(() => operation(...tensors));
  const { shape, dtype } = result;
  const values = [...(await result.data())];
  result.dispose();
  tensors.forEach((tensor) => tensor.dispose());
  expect(tf.memory().numTensors).toBe(before);
  return { shape, dtype, values };
}

/**
 * Expects the WASM backend, with our kernels, to give what the cpu backend gives, and to leak nothing: neither tensors
 * nor data under none.
 *
 * @param tolerance of each value, relative to the largest of them all
 */
export async function expectOnBoth(
  inputs: Input[],
  operation: (...tensors: tf.Tensor[]) => tf.Tensor,
  tolerance = 1e-5,
): Promise<void> {
  const wanted = await on('cpu', inputs, operation);
  await tf.setBackend('wasm');
  const data = tf.backend().numDataIds();
  const given = await on('wasm', inputs, operation);
  expect(tf.backend().numDataIds()).toBe(data);
  expect(given.shape).toEqual(wanted.shape);
  expect(given.dtype).toBe(wanted.dtype);
  expectClose(given.values, wanted.values, tolerance);
}

function expectClose(given: number[], wanted: number[], tolerance: number): void {
  const finite = wanted.filter(Number.isFinite).map(Math.abs);
  const scale = Math.max(1, ...finite);
  expect(given.length).toBe(wanted.length);
  given.forEach((value, i) => {
    if (Number.isFinite(wanted[i]!))
      expect(Math.abs(value - wanted[i]!)).toBeLessThan(tolerance * scale);
    else expect(value).toBe(wanted[i]);
  });
}
