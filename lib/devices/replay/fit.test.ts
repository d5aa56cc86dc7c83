import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { expectReplayed } from './testing/expect-replayed';
import { classifier } from './testing/classifier';
import { classes, numbers, places, truths } from './testing/numbers';

beforeAll(startWasm);

const { dense } = tfl.layers;

const rows = 41;
/** The usual one needs operations by methods. */
const plain = { recurrentInitializer: 'glorotNormal' } as const;
const data = { x: () => numbers([rows, 8], 2), y: () => truths(rows) };
const args = { epochs: 3, batchSize: 8 };

describe('a replayed fit', () => {
  it('learns what an ordinary one learns, with a last batch that is smaller', () =>
    expectReplayed({ make: classifier(), ...data, args }, 12));

  it('keeps the order of rows without shuffling', () =>
    expectReplayed({ make: classifier(), ...data, args: { ...args, shuffle: false } }));

  it.each<[string, () => tf.Optimizer]>([
    ['sgd', () => tf.train.sgd(0.1)],
    ['momentum', () => tf.train.momentum(0.1, 0.9)],
    ['nesterov', () => tf.train.momentum(0.1, 0.9, true)],
    ['rmsprop', () => tf.train.rmsprop(0.01)],
    ['rmsprop with momentum', () => tf.train.rmsprop(0.01, 0.9, 0.5)],
    ['centered rmsprop', () => tf.train.rmsprop(0.001, 0.9, 0, 1e-3, true)],
    ['adam', () => tf.train.adam(0.01)],
    ['adamax', () => tf.train.adamax(0.01)],
    ['adagrad', () => tf.train.adagrad(0.05)],
    ['adadelta', () => tf.train.adadelta(0.5)],
  ])('updates as %s does', (_, optimizer) =>
    expectReplayed({ make: classifier(optimizer), ...data, args }),
  );

  it('validates on a part of the rows, and on others', async () => {
    await expectReplayed({ make: classifier(), ...data, args: { ...args, validationSplit: 0.25 } });
    const validationData: [tf.Tensor, tf.Tensor] = [numbers([10, 8], 9), truths(10)];
    await expectReplayed({ make: classifier(), ...data, args: { ...args, validationData } });
  });

  it.each<[string, () => tfl.LayersModel, () => tf.Tensor, () => tf.Tensor]>([
    [
      'a softmax with categories, regularized and normalized in batches',
      () => {
        const l2 = tfl.regularizers.l2({ l2: 0.01 });
        const model = tfl.sequential({
          layers: [
            dense({ units: 6, activation: 'elu', inputShape: [8], kernelRegularizer: l2 }),
            tfl.layers.batchNormalization(),
            dense({ units: 3, activation: 'softmax' }),
          ],
        });
        const loss = 'categoricalCrossentropy';
        model.compile({ optimizer: tf.train.sgd(0.1), loss, metrics: ['accuracy'] });
        return model;
      },
      () => numbers([rows, 8], 2),
      () => classes(rows, 3),
    ],
    [
      'a softmax with class numbers',
      () => {
        const model = tfl.sequential({
          layers: [dense({ units: 4, activation: 'softmax', inputShape: [8] })],
        });
        const loss = 'sparseCategoricalCrossentropy';
        model.compile({ optimizer: 'adam', loss, metrics: ['accuracy'] });
        return model;
      },
      () => numbers([rows, 8], 2),
      () => places(rows, 4),
    ],
    [
      'an embedding',
      () => {
        const model = tfl.sequential({
          layers: [
            tfl.layers.embedding({ inputDim: 6, outputDim: 3, inputLength: 2 }),
            tfl.layers.flatten(),
            dense({ units: 1 }),
          ],
        });
        model.compile({ optimizer: 'adam', loss: 'meanAbsoluteError' });
        return model;
      },
      () => tf.concat([places(rows, 6), places(rows, 5)], 1),
      () => numbers([rows, 1], 4),
    ],
    ...(['simpleRNN', 'lstm', 'gru'] as const).map(
      (kind) =>
        [
          `${kind}s, one on another`,
          () => {
            const model = tfl.sequential({
              layers: [
                tfl.layers[kind]({ ...plain, units: 5, inputShape: [4, 2], returnSequences: true }),
                tfl.layers[kind]({ ...plain, units: 3 }),
                dense({ units: 1 }),
              ],
            });
            model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
            return model;
          },
          () => numbers([rows, 4, 2], 2),
          () => numbers([rows, 1], 4),
        ] as [string, () => tfl.LayersModel, () => tf.Tensor, () => tf.Tensor],
    ),
    [
      'a small convolutional network',
      () => {
        const model = tfl.sequential({
          layers: [
            tfl.layers.conv2d({
              filters: 3,
              kernelSize: 3,
              activation: 'relu',
              inputShape: [9, 9, 2],
            }),
            tfl.layers.maxPooling2d({ poolSize: 2 }),
            tfl.layers.conv2d({ filters: 4, kernelSize: 2, padding: 'same' }),
            tfl.layers.averagePooling2d({ poolSize: 3 }),
            tfl.layers.flatten(),
            dense({ units: 3, activation: 'softmax' }),
          ],
        });
        model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
        return model;
      },
      () => numbers([rows, 9, 9, 2], 2),
      () => classes(rows, 3),
    ],
  ])('learns the same with %s', (_, make, x, y) => expectReplayed({ make, x, y, args }));

  it('takes several inputs and gives several outputs', () =>
    expectReplayed({
      make: () => {
        const a = tfl.input({ shape: [3], name: 'a' });
        const b = tfl.input({ shape: [2], name: 'b' });
        const both = tfl.layers.concatenate().apply([a, b]) as tfl.SymbolicTensor;
        const hidden = dense({ units: 6, activation: 'relu' }).apply(both) as tfl.SymbolicTensor;
        const outputs = [
          dense({ units: 1, name: 'one' }),
          dense({ units: 2, activation: 'softmax', name: 'two' }),
        ].map((layer) => layer.apply(hidden) as tfl.SymbolicTensor);
        const model = tfl.model({ inputs: [a, b], outputs });
        const loss = ['meanSquaredError', 'categoricalCrossentropy'];
        model.compile({ optimizer: 'adam', loss, metrics: ['accuracy'] });
        return model;
      },
      x: () => [numbers([rows, 3], 2), numbers([rows, 2], 3)],
      y: () => [numbers([rows, 1], 4), classes(rows, 2)],
      args,
    }));
});
