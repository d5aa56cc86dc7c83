import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installLabelCheck } from './label-check';
import { fakeHost, type FakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

let host: FakeHost;
let remove: () => void;
beforeEach(async () => {
  await tf.setBackend('cpu');
  host = fakeHost();
  remove = installLabelCheck(host);
});
afterEach(() => remove());

const said = async () =>
  (await host.outputs()).map((output) => (output.kind === 'notice' ? output.text : ''));

async function train(labels: number[]) {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] })],
  });
  model.compile({ loss: 'sparseCategoricalCrossentropy', optimizer: 'sgd' });
  const ys = tf.tensor2d(labels, [labels.length, 1]);
  await model.fit(tf.zeros([labels.length, 2]), ys, { epochs: 3, shuffle: false, batchSize: 2 });
}

describe('labels', () => {
  it('outside of their classes are said in oneHot, once a run', async () => {
    for (let i = 0; i < 3; i++) tf.oneHot(tf.tensor1d([0, 7, 2], 'int32'), 3);
    expect(await said()).toEqual([
      expect.stringMatching(/^There is a label of 7 \(at place 1\), and with 3 classes .* 0 to 2,/),
    ]);
    host.nextRun();
    tf.tensor1d([-1], 'int32').oneHot(3, 1, 0);
    expect((await said())[1]).toMatch(/label of -1 \(at place 0\)/);
  });

  it('outside of their classes are said in fit', async () => {
    await train([0, 1, 2, 3]);
    expect(await said()).toEqual([expect.stringMatching(/^There is a label of 3 .* 3 classes/)]);
  });

  it('that are in order are not spoken of', async () => {
    await train([0, 1, 2, 2]);
    const labels = tf.tensor1d([0, 2], 'int32');
    await expectNoLeaks(() => tf.oneHot(labels, 3).dispose());
    expect(await said()).toEqual([]);
  });

  it('are left alone once it is removed', async () => {
    remove();
    tf.oneHot(tf.tensor1d([9], 'int32'), 3);
    expect(await said()).toEqual([]);
  });
});
