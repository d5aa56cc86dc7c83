import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import type { LatentOptions, Player } from './types/gan';

async function frameOf(generator: Player, options: LatentOptions = {}) {
  const host = fakeHost();
  await expectNoLeaks(() => createShow(host).latent(generator, options));
  return { data: host.framesOf('latent')[0]!.data, outputs: await host.outputs() };
}

/** Four pixels from two numbers of noise: the numbers themselves, then zeros. */
const plain: Player = (noise) => tf.pad(noise as tf.Tensor2D, [[0, 0], [0, 2]]); // prettier-ignore
const corners = () => tf.tensor2d([[1, 0], [0, 1], [0.6, 0.8], [1, 0]]); // prettier-ignore

describe('show.latent', () => {
  it('walks from corner to corner, and keeps the length of the noise', async () => {
    const noise = corners();
    const { data } = await frameOf(plain, { size: 3, noise });
    noise.dispose();
    expect([data.size, data.height, data.width]).toEqual([3, 2, 2]);
    const image = (row: number, column: number) =>
      [...data.levels.subarray(4 * (3 * row + column))].slice(0, 2).map((level) => level / 255);
    expect([image(0, 0), image(0, 2), image(2, 0)]).toEqual([[1, 0], [0, 1], [1, 0]]); // prettier-ignore
    // Half way between (1, 0) and (0, 1), at their length: not (0.5, 0.5) but a root of a half each.
    expect(image(0, 1)[0]).toBeCloseTo(Math.SQRT1_2, 2);
    expect(image(0, 1)[1]).toBeCloseTo(Math.SQRT1_2, 2);
    expect(image(1, 0)).toEqual([1, 0]);
  });

  it('draws the noise of a model itself, the same for the same seed', async () => {
    const layers = [tf.layers.dense({ units: 9, activation: 'sigmoid', inputShape: [5] })];
    const model = tf.sequential({ layers });
    const [one, again, other] = [
      await frameOf(model, { size: 2, seed: 3, corners: ['a', 'b', 'c', 'd'], title: 'Mine' }),
      await frameOf(model, { size: 2, seed: 3 }),
      await frameOf(model, { size: 2, seed: 4 }),
    ];
    expect(one.data.levels).toEqual(again.data.levels);
    expect(one.data.levels).not.toEqual(other.data.levels);
    expect([one.data.height, one.data.width, one.data.corners]).toEqual([
      3,
      3,
      ['a', 'b', 'c', 'd'],
    ]);
    expect(one.outputs[0]).toMatchObject({ figure: { kind: 'latent', title: 'Mine' } });
    model.dispose();
  });

  it('takes images from -1 to 1 too', async () => {
    const dark: Player = (noise) => tf.fill([noise.shape[0], 2, 2, 1], -1);
    const noise = corners();
    expect((await frameOf(dark, { noise })).data.levels.every((level) => level === 0)).toBe(true);
    const half: Player = (noise) => tf.fill([noise.shape[0], 2, 2, 1], 0.2);
    const { data } = await frameOf(half, { noise, range: [0, 0.4] });
    expect(data.levels[0]).toBe(128);
    noise.dispose();
  });

  it('says what is wrong', () => {
    const show = createShow(fakeHost());
    const noise = corners();
    expect(() => show.latent(plain)).toThrow('show.latent needs a generator');
    expect(() => show.latent(plain, { noise, size: 1 })).toThrow('from 2 to 15, but got 1');
    expect(() => show.latent(plain, { noise, corners: ['a'] })).toThrow('4 corners, but got 1');
    const flat: Player = (batch) => tf.zeros([batch.shape[0], 3]);
    expect(() => show.latent(flat, { noise })).toThrow('but gave [81, 3]');
    const few = tf.zeros([3, 2]);
    expect(() => show.latent(plain, { noise: few })).toThrow('shape [4, numbers of noise]');
    tf.dispose([noise, few]);
  });
});
