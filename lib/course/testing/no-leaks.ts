import { expect } from 'vitest';
import * as tf from '../tf';

/** Runs the body and expects as many tensors afterwards as before. */
export async function expectNoLeaks(body: () => unknown): Promise<void> {
  const before = tf.memory().numTensors;
  await body();
  expect(tf.memory().numTensors - before).toBe(0);
}
