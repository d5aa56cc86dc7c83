import { describe, expect, it } from 'vitest';
import { settingsIn } from './settings';

const settings = (code: string, known?: Map<string, string>) =>
  Object.fromEntries(settingsIn(code, known).map(({ name, values }) => [name, values.join(', ')]));

const PROGRAM = `
const rounds = 30;
const seed: number = 7;
const model = tf.sequential();
model.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [8] }));
model.add(tf.layers.dropout({ rate: 0.2 }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'out',
  kernelRegularizer: tf.regularizers.l2({ l2: 0.001 }) }));
model.compile({ optimizer: tf.train.momentum(0.01, 0.9), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(xs, ys, { epochs: rounds, batchSize: 32, validationSplit: 1 / 4, callbacks: watch(model) });
`;

describe('the settings in a cell', () => {
  it('are those of layers, optimizer, compile and fit, and constants that stand alone', () => {
    expect(settings(PROGRAM)).toEqual({
      layers: 'dense, dropout, dense',
      units: '64, 1',
      activation: 'relu, sigmoid',
      inputShape: '[8]',
      rate: '0.2',
      l2: '0.001',
      optimizer: 'momentum',
      learningRate: '0.01',
      momentum: '0.9',
      loss: 'binaryCrossentropy',
      metrics: '[accuracy]',
      epochs: '30',
      batchSize: '32',
      validationSplit: '1 / 4',
      seed: '7',
    });
  });

  it('take the value of a control, and the name of an optimizer as it is', () => {
    const code = `model.compile({ optimizer: 'adam', loss });
await model.fit(xs, ys, { epochs: budget(40), batchSize: size })`;
    expect(settings(code, new Map([['size', '16']]))).toEqual({
      optimizer: 'adam',
      epochs: 'budget(40)',
      batchSize: '16',
    });
  });

  it('are not taken from drawings, data or code that is broken', () => {
    expect(settings(`show.matrix(m, { title: 'A' }); const big = [1, 2, 3, 4, 5, 6, 7];`)).toEqual(
      {},
    );
    const rows = `sets.train.push({ x: 1 }); rows.train.map((row) => row); table.layers.add({ on: true });`;
    expect(settings(rows)).toEqual({});
    expect(settings('const a = ;')).toEqual({});
  });
});
