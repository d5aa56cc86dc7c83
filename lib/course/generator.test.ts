import '@tensorflow/tfjs-backend-cpu';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createData } from './data';
import { createDataFiles } from './data-files';
import { createGenerator } from './generator';
import { fakeHost } from './testing/fake-host';
import * as tf from './tf';

/** One layer from two inputs to two units: scales, biases, then bytes. */
const FILES: Record<string, Uint8Array> = {
  'gan-digits/generator.json': new TextEncoder().encode(
    JSON.stringify({ noise: 2, layers: [{ inputs: 2, units: 2, activation: 'leakyReLU' }] }),
  ),
  'gan-digits/generator.bin': Uint8Array.from([
    ...new Uint8Array(Float32Array.of(0.5, 0.25, 1, -9).buffer),
    ...new Uint8Array(Int8Array.of(2, -4, 127, 8).buffer),
  ]),
};

describe('data.generator', () => {
  it('makes a model of the bytes: each weight is its byte times the scale of its unit', async () => {
    const host = { ...fakeHost(), fetchData: async (path: string) => FILES[path]!.buffer as ArrayBuffer }; // prettier-ignore
    const model = await createGenerator(createDataFiles(host))('digits');
    const [kernel, bias] = model.getWeights();
    expect([...kernel!.dataSync()]).toEqual([1, -1, 63.5, 2]);
    expect([...bias!.dataSync()]).toEqual([1, -9]);
    // (1 · 1 + 0 · 63.5 + 1, 1 · -1 + 0 · 2 - 9), the second bent by a slope of 0.2.
    const given = tf.tidy(() => (model.predict(tf.tensor2d([[1, 0]])) as tf.Tensor).dataSync());
    expect(given[0]).toBe(2);
    expect(given[1]).toBeCloseTo(-2, 6);
    model.dispose();
  });

  it('brings the generator of the course, at most a megabyte of it', async () => {
    const model = await createData(fakeHost()).generator('digits');
    expect(model.inputs[0]!.shape).toEqual([null, 32]);
    expect(model.outputs[0]!.shape).toEqual([null, 784]);
    const ink = tf.tidy(() => {
      const noise = tf.randomNormal([50, 32], 0, 1, 'float32', 1);
      return (model.predict(noise) as tf.Tensor).reshape([50, 28, 28]).mean(0).dataSync();
    });
    // Digits are in the middle, and the corners are paper.
    expect(ink[14 * 28 + 14]).toBeGreaterThan(0.3);
    expect(Math.max(ink[0]!, ink[27]!, ink[27 * 28]!, ink[783]!)).toBeLessThan(0.01);
    model.dispose();
    const file = await readFile(new URL('../../data/gan-digits/generator.bin', import.meta.url));
    expect(file.length).toBeLessThan(1_000_000);
  });

  it('says which there are', async () => {
    const { generator } = createData(fakeHost());
    await expect(generator('faces' as never)).rejects.toThrow(
      'no generator “faces”. There are: digits',
    );
  });
});
