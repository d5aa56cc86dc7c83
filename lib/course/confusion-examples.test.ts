import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

it('sends some cases of each cell, with the cell that each is counted in', async () => {
  const host = fakeHost();
  await expectNoLeaks(() => {
    const images = tf.tensor4d(Array.from({ length: 4 * 20 }, (_, at) => Math.floor(at / 4) / 20), [20, 2, 2, 1]); // prettier-ignore
    const actual = Array.from({ length: 20 }, (_, at) => (at === 3 ? 1 : 0));
    createShow(host).confusion(actual, new Array<number>(20).fill(0), { examples: images });
    images.dispose();
  });
  const { examples } = host.framesOf('confusion')[0]!.data;
  // Twelve of the nineteen that are right, and the one mistake.
  expect([...examples!.places]).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3]);
  expect([...examples!.cells]).toEqual([...new Array<number>(12).fill(0), 2]);
  expect(examples!.pixels.levels[4 * 12]).toBe(Math.round((3 / 20) * 254));
});

it('shows large images smaller, each pixel the mean of a block', () => {
  const host = fakeHost();
  const image = tf.tidy(() => tf.range(0, 64).div(63).reshape([1, 64, 1, 1]).tile([1, 1, 64, 3]) as tf.Tensor4D); // prettier-ignore
  createShow(host).confusion([1], [0], { examples: image });
  image.dispose();
  const { pixels } = host.framesOf('confusion')[0]!.data.examples!;
  expect([pixels.height, pixels.width, pixels.channels]).toEqual([32, 32, 3]);
  expect(pixels.levels[0]).toBe(Math.round((0.5 / 63) * 254));
});

it('says what is wrong', () => {
  const show = createShow(fakeHost());
  expect(() => show.confusion([0, 1], [0, 1], { examples: [[0]] })).toThrow(
    '2 cases, but 1 images',
  );
});
