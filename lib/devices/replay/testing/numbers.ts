import * as tf from '@tensorflow/tfjs-core';

/** Numbers between 0 and 1 that are the same each time: the generator of Park and Miller. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Numbers around 0 that are the same each time. */
export function numbers(shape: number[], seed = 1): tf.Tensor {
  const next = seeded(seed);
  const values = Array.from({ length: tf.util.sizeFromShape(shape) }, () => 2 * next() - 1);
  return tf.tensor(values, shape);
}

/** Zeros and ones, one a row. */
export const truths = (rows: number) => tf.cast(tf.greater(numbers([rows, 1], 5), 0), 'float32');

/** One row of zeros and a one for each class number. */
export const classes = (rows: number, depth: number) =>
  tf.cast(tf.oneHot(tf.cast(tf.reshape(places(rows, depth), [rows]), 'int32'), depth), 'float32');

/** Class numbers, one a row. */
export const places = (rows: number, depth: number) =>
  tf.reshape(tf.mod(tf.range(0, rows, 1, 'float32'), depth), [rows, 1]);
