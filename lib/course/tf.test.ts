import '@tensorflow/tfjs-backend-cpu';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { expect, it } from 'vitest';
import * as tf from './tf';

it('has chained ops and their gradients', () => {
  const gradient = tf.tidy(() =>
    tf
      .grad((x) => x.square().sum())(tf.tensor1d([1, -3]))
      .dataSync(),
  );
  // d/dx sum(x^2) = 2x
  expect(Array.from(gradient)).toEqual([2, -6]);
});

it('loses no name of core or layers to a clash', () => {
  // Node adds `default` to a package in CommonJS; the bundle for the browser has none.
  const namesOf = (module: object) => Object.keys(module).filter((name) => name !== 'default');
  const names = new Set(namesOf(core));
  expect(namesOf(layers).filter((name) => names.has(name))).toEqual([]);
  for (const name of [...names, ...namesOf(layers)]) expect(tf).toHaveProperty(name);
});

it('has tf.data and the versions', async () => {
  expect(
    await tf.data
      .array([1, 2, 3])
      .map((x) => 2 * x)
      .toArray(),
  ).toEqual([2, 4, 6]);
  expect(tf.version.tfjs).toMatch(/^4\.22\./);
});
