import { describe } from 'vitest';
import { input, layers, model, sequential, testHints, tf, zeros } from './testing/real-failures';

const IMAGE = { filters: 1, kernelSize: 3, inputShape: [8, 8, 1] };

describe('hints: dimensions of layers', () => {
  const rank = /ndim=\d/;
  testHints([
    [
      'dense on one example',
      () => model().apply(zeros([8])),
      rank,
      /“dense_\w+” takes 2 dimensions .* was given 1: add .*`x\.expandDims\(0\)`/,
    ],
    [
      'conv1d on rows',
      () => sequential(layers.conv1d({ filters: 1, kernelSize: 3, inputShape: [8] })),
      rank,
      /“conv1d_\w+” takes 3 dimensions .*\[steps, channels\].* given 2: .*targetShape/,
    ],
    [
      'conv2d without channels',
      () => sequential(layers.conv2d({ ...IMAGE, inputShape: [8, 8] })),
      rank,
      /“conv2d_\w+” takes 4 dimensions .*\[height, width, channels\], and was given 3: .*grey image/,
    ],
    [
      'conv2dTranspose on rows',
      () => sequential(layers.conv2dTranspose({ ...IMAGE, inputShape: [4] })),
      rank,
      /“conv2d_transpose_\w+” takes 4 .* given 2/,
    ],
    [
      'maxPooling2d behind dense',
      () => sequential(layers.dense({ units: 8, inputShape: [8] }), layers.maxPooling2d({})),
      rank,
      /“max_pooling2d_\w+” takes 4 .* given 2: .*put `flatten` after this layer/,
    ],
    [
      'averagePooling1d behind dense',
      () => sequential(layers.dense({ units: 8, inputShape: [8] }), layers.averagePooling1d({})),
      rank,
      /“average_pooling1d_\w+” takes 3 .*\[steps, channels\]/,
    ],
    [
      'globalAveragePooling2d behind dense',
      () =>
        sequential(layers.dense({ units: 8, inputShape: [8] }), layers.globalAveragePooling2d({})),
      rank,
      /“global_average_pooling2d_\w+” takes 4 .*\[height, width, channels\]/,
    ],
    [
      'flatten behind dense',
      () => sequential(layers.dense({ units: 8, inputShape: [8] }), layers.flatten()),
      rank,
      /“flatten_\w+” takes 3 .* given 2: leave it out/,
    ],
    ...(['lstm', 'simpleRNN', 'gru'] as const).map(
      (kind) =>
        [
          `${kind} on rows`,
          () => sequential(layers[kind]({ units: 4, inputShape: [8] })),
          rank,
          /takes 3 dimensions .*\[steps, features\], and was given 2: give those two sizes/,
        ] as [string, () => unknown, RegExp, RegExp],
    ),
    [
      'lstm behind lstm',
      () => sequential(layers.lstm({ units: 4, inputShape: [5, 8] }), layers.lstm({ units: 4 })),
      rank,
      /“lstm_\w+” .*`returnSequences: true`/,
    ],
    [
      'repeatVector on sequences',
      () => sequential(layers.repeatVector({ n: 3, inputShape: [3, 3] })),
      rank,
      /“repeat_vector_\w+” takes 2 .* given 3: put `tf\.layers\.flatten\(\)` before it/,
    ],
    [
      'timeDistributed on rows',
      () =>
        sequential(layers.timeDistributed({ layer: layers.dense({ units: 1 }), inputShape: [8] })),
      /input shape >= 3D/,
      /`timeDistributed` takes sequences.* given \[any, 8\]/,
    ],
  ]);
});

describe('hints: sizes of layers', () => {
  testHints([
    [
      'dense',
      () => model().apply(zeros([4, 7])),
      /expected axis/,
      /“dense_\w+” was made for inputs with 8 as the last size, and was given \[4, 7\]/,
    ],
    [
      'conv2d channels',
      () => sequential(layers.conv2d(IMAGE)).apply(zeros([1, 8, 8, 3])),
      /expected axis/,
      /“conv2d_\w+” was made for inputs with 1 at axis 3, and was given \[1, 8, 8, 3\]/,
    ],
    [
      'conv2d window',
      () => sequential(layers.conv2d({ ...IMAGE, kernelSize: 5, inputShape: [3, 3, 1] })),
      /^Negative dimension/,
      /window of the layer “conv2d_\w+” is larger than what it is given, \[any, 3, 3, 1\]/,
    ],
    [
      'lstm features',
      () => sequential(layers.lstm({ units: 4, inputShape: [5, 8] })).apply(zeros([1, 5, 3])),
      /expected shape=/,
      /“lstm_\w+” was made for the shape \[any, any, 8\], and was given \[1, 5, 3\]/,
    ],
    [
      'batchNormalization',
      () => sequential(layers.batchNormalization({ inputShape: [8] })).apply(zeros([2, 7])),
      /expected axis/,
      /“batch_normalization_\w+” was made for inputs with 8 at axis 1, and was given \[2, 7\]/,
    ],
    [
      'batchNormalization axis',
      () => sequential(layers.batchNormalization({ axis: 4, inputShape: [8] })),
      /defined dimension/,
      /`batchNormalization` .* axis 4, and the input of shape \[any, 8\]/,
    ],
    [
      'flatten of an open size',
      () => sequential(layers.flatten({ inputShape: [null, 3] }), layers.dense({ units: 1 })),
      /not fully defined/,
      /`flatten` has to know every size .* given \[any, 3\]/,
    ],
    [
      'reshape',
      () =>
        sequential(layers.reshape({ targetShape: [3, 3], inputShape: [8] })).predict(zeros([1, 8])),
      /^Total size/,
      /`reshape` keeps all numbers of an example/,
    ],
    [
      'embedding index',
      () =>
        sequential(layers.embedding({ inputDim: 10, outputDim: 2, inputLength: 2 })).predict(
          tf.tensor2d([[1, 12]]),
        ),
      /^GatherV2/,
      /embedding layer .* given the index 12, and there are 10 rows, 0 to 9: .*`inputDim`/,
    ],
    [
      'concatenate',
      () => layers.concatenate({ axis: 1 }).apply([input(3, 4), input(3, 5)]),
      /matching shapes/,
      /`concatenate` .* was given \[any, 3, 4\] and \[any, 3, 5\]/,
    ],
    [
      'concatenate of one',
      () => layers.concatenate().apply(input(3)),
      /at least 2 inputs/,
      /`concatenate` joins two or more/,
    ],
    [
      'add',
      () => layers.add().apply([input(3), input(4)]),
      /^Operands/,
      /layer like `add` .* given \[3\] and \[4\]/,
    ],
    [
      'add in a sequence',
      () => sequential(layers.dense({ units: 8, inputShape: [8] }), layers.add()),
      /^A merge layer/,
      /like `add` .* was given 1: .*`tf\.sequential` has one path/,
    ],
    [
      'dot',
      () => layers.dot({ axes: -1 }).apply([input(3), input(4)]),
      /^Dimension incomp/,
      /`dot` .* given 3 and 4/,
    ],
    [
      'arrays',
      () => layers.dense({ units: 2 }).apply([1, 2]),
      /^Layer .* expects/,
      /“dense_\w+” takes 1 tensor at a time, and was given a list of 2/,
    ],
    [
      'setWeights, shape',
      () => model().setWeights([zeros([8, 2]), zeros([1])]),
      /^Layer weight/,
      /of shape \[8, 2\] where the layer has \[8, 1\]/,
    ],
    [
      'setWeights, count',
      () => model().setWeights([zeros([8, 1])]),
      /^You called setWeights/,
      /takes 2 tensors, and was given 1/,
    ],
    [
      'an input that is not the model’s',
      () => tf.model({ inputs: input(3), outputs: layers.dense({ units: 1 }).apply(input(3)) }),
      /^Graph disconnected/,
      /depends on the input “input\w+”/,
    ],
    [
      'output of a layer not yet used',
      () => layers.dense({ units: 1 }).output,
      /no inbound nodes/,
      /“dense_\w+” has no input yet/,
    ],
  ]);
});
