import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

it('takes lists, rows and tensors', async () => {
  const host = fakeHost();
  const show = createShow(host);
  show.probabilities([2, 1], { labels: ['a', 'b'] });
  await expectNoLeaks(() => {
    const logits = tf.tensor2d([
      [1, 2],
      [3, 4],
    ]);
    show.probabilities(logits, { labels: ['a', 'b'], text: 'xy', chosen: [1, 0] });
    logits.dispose();
  });
  await host.outputs();
  expect(host.framesOf('probabilities').map(({ data }) => data)).toEqual([
    {
      labels: ['a', 'b'],
      positions: [{ text: '', chosen: -1 }],
      logits: Float32Array.of(2, 1),
      sampling: false,
    },
    {
      labels: ['a', 'b'],
      positions: [
        { text: 'x', chosen: 1 },
        { text: 'y', chosen: 0 },
      ],
      logits: Float32Array.of(1, 2, 3, 4),
      sampling: true,
    },
  ]);
});

it('says what is wrong, and then shows nothing', async () => {
  const host = fakeHost();
  const show = createShow(host);
  expect(() => show.probabilities('abc' as never)).toThrow('needs logits: a list of numbers');
  expect(() => show.probabilities([[1, 2], [3]])).toThrow('all equally long');
  expect(() => show.probabilities([1, 2], { labels: ['a'] })).toThrow(
    '2 logits at each position, but 1',
  );
  expect(() => show.probabilities([1, 2], { text: 'abc' })).toThrow(
    'have 1 positions, but the text has 3',
  );
  expect(() => show.probabilities([1, 2], { chosen: [2] })).toThrow('chosen[0] is 2');
  const cube = tf.zeros([1, 1, 1]);
  expect(() => show.probabilities(cube)).toThrow('have the shape [1, 1, 1]');
  cube.dispose();
  expect(await host.outputs()).toEqual([]);
});
