import { describe } from 'vitest';
import { layers, model, sequential, testHints, tf, zeros } from './testing/real-failures';
import { compiled } from './testing/real-failures';

const mse = 'meanSquaredError';

describe('hints: names', () => {
  testHints([
    [
      'loss',
      () => compiled(model(), 'crossentropy'),
      /^Unknown loss/,
      /no loss called “crossentropy”: .*'meanSquaredError'/,
    ],
    [
      'optimizer',
      () => model().compile({ loss: mse, optimizer: 'adamm' }),
      /^Unknown Optimizer/,
      /no optimizer called “adamm”: .*'adam'/,
    ],
    [
      'metric',
      () => model().compile({ loss: mse, optimizer: 'sgd', metrics: ['acuracy'] }),
      /^Unknown metric/,
      /no metric called “acuracy”: .*'accuracy'/,
    ],
    [
      'activation',
      () => layers.dense({ units: 1, activation: 'rlu' }),
      /^Unknown activation/,
      /no activation called “rlu”: .*'relu'/,
    ],
    [
      'initializer',
      () => layers.dense({ units: 1, kernelInitializer: 'glorot' }),
      /^Unknown init/,
      /no initializer called “glorot”: .*'glorotUniform'/,
    ],
    [
      'regularizer',
      () => layers.dense({ units: 1, kernelRegularizer: 'l3' }),
      /^Unknown reg/,
      /no regularizer called “l3”/,
    ],
    [
      'constraint',
      () => layers.dense({ units: 1, kernelConstraint: 'positive' }),
      /^Unknown constr/,
      /no constraint called “positive”/,
    ],
    [
      'padding',
      () => layers.conv2d({ filters: 2, kernelSize: 3, padding: 'smae' }),
      /PaddingMode/,
      /no padding called “smae”/,
    ],
    ['dtype', () => zeros([2], 'float64'), /^Unknown data type/, /no dtype called “float64”/],
    [
      'layer',
      () => model().getLayer('hidden'),
      /^No such layer/,
      /no layer called “hidden”: `model\.summary\(\)`/,
    ],
  ]);
});

describe('hints: settings', () => {
  testHints([
    [
      'dense without units',
      () => layers.dense({}),
      /units/,
      /needs `units`, .* it is undefined: say how many .*`\{ units: 8 \}`/,
    ],
    ['units of a half', () => layers.dense({ units: 2.5 }), /units/, /`units`.* it is 2\.5/],
    ['lstm without units', () => layers.lstm({}), /units/, /`units`.* it is undefined/],
    [
      'conv2d without filters',
      () => layers.conv2d({ kernelSize: 3 }),
      /filters/,
      /needs `filters`, .* it is undefined: say how many feature maps/,
    ],
    [
      'conv2d without kernelSize',
      () => layers.conv2d({ filters: 3 }),
      /^required key/,
      /needs `kernelSize`/,
    ],
    [
      'conv2d with a wrong kernelSize',
      () => layers.conv2d({ filters: 3, kernelSize: [3, 3, 3] }),
      /kernelSize/,
      /`kernelSize` takes one whole number or a list of 2, and was given a list of 3/,
    ],
    [
      'maxPooling2d of size 0',
      () => layers.maxPooling2d({ poolSize: 0 }),
      /poolSize/,
      /`poolSize` has to be a whole number of 1 or more, and it is 0/,
    ],
    [
      'embedding without inputDim',
      () => layers.embedding({ outputDim: 2 }),
      /inputDim/,
      /needs `inputDim`/,
    ],
    [
      'rate of dropout',
      () => tf.dropout(zeros([3]), 50),
      /^rate must/,
      /rate of `dropout` .* from 0 to below 1, and it is 50: write 0\.5/,
    ],
    [
      'input without shape',
      () => tf.input({}),
      /^Please provide/,
      /`tf\.input\(\{ shape: \[8\] \}\)`/,
    ],
    [
      'stateful lstm',
      () => sequential(layers.lstm({ units: 4, inputShape: [5, 8], stateful: true })),
      /stateful/,
      /`batchInputShape: \[examples, steps, features\]`/,
    ],
    [
      'batchSize',
      () => compiled().fit(zeros([2, 8]), zeros([2, 1]), { batchSize: 0 }),
      /^batchSize/,
      /`batchSize` of `fit` .* it is 0/,
    ],
  ]);
});
