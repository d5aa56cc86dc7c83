import { describe } from 'vitest';
import { compiled, disposed, layers, model, sequential } from './testing/real-failures';
import { testHints, tf, zeros } from './testing/real-failures';

const classifier = (loss: string) =>
  compiled(sequential(layers.dense({ units: 3, activation: 'softmax', inputShape: [8] })), loss);
const xs = () => zeros([4, 8]);
const ys = () => zeros([4, 1]);

describe('hints: shapes in fit, evaluate, predict', () => {
  testHints([
    [
      'fit, input',
      () => compiled().fit(zeros([4, 7]), ys()),
      /^input expected/,
      /takes examples of shape \[8\], and these have shape \[7\] \(the whole is \[4, 7\].*`inputShape: \[7\]`/,
    ],
    [
      'fit, target',
      () => compiled().fit(xs(), zeros([4, 2])),
      /^target expected/,
      /targets of shape \[1\] .* these have \[2\] \(the whole is \[4, 2\]\).* 2 as its `units`/,
    ],
    [
      'fit, class numbers for categoricalCrossentropy',
      () => classifier('categoricalCrossentropy').fit(xs(), ys()),
      /^target expected/,
      /shape \[3\] .* these have \[1\] .*`tf\.oneHot\(labels, 3\)`.*'sparseCategoricalCrossentropy'/,
    ],
    [
      'fit, one-hot rows for sparseCategoricalCrossentropy',
      () => classifier('sparseCategoricalCrossentropy').fit(xs(), zeros([4, 3])),
      /^target expected/,
      /shape \[1\] .* these have \[3\] .*'categoricalCrossentropy'/,
    ],
    [
      'fit, validation data',
      () => compiled().fit(xs(), ys(), { validationData: [zeros([2, 7]), zeros([2, 1])] }),
      /^input expected/,
      /shape \[7\] \(the whole is \[2, 7\]/,
    ],
    [
      'evaluate, input',
      () => compiled().evaluate(zeros([4, 3]), ys()),
      /^input expected/,
      /takes examples of shape \[8\], and these have shape \[3\]/,
    ],
    [
      'fit, targets of fewer dimensions',
      () =>
        compiled(sequential(layers.dense({ units: 1, inputShape: [5, 8] }))).fit(
          zeros([2, 5, 8]),
          zeros([2, 1]),
        ),
      /^Error when checking target/,
      /“dense_\w+” takes 3 dimensions.* given 2, in the shape \[2, 1\]: put `tf\.layers\.flatten/,
    ],
    [
      'predict, size',
      () => model().predict(zeros([4, 7])),
      /^Error when checking/,
      /first layer, “dense_\w+”, takes \[any, 8\].* was given \[4, 7\]/,
    ],
    [
      'predict, one example',
      () => model().predict(zeros([8])),
      /^Error when checking/,
      /takes \[any, 8\].* was given \[8, 1\], .*: make one example a batch with `x\.expandDims\(0\)`/,
    ],
    [
      'predict, too many dimensions',
      () => model().predict(zeros([4, 8, 1])),
      /^Error when checking/,
      /takes 2 dimensions.* was given 3, in the shape \[4, 8, 1\]: reshape/,
    ],
    [
      'predict, images of other channels',
      () =>
        sequential(layers.conv2d({ filters: 1, kernelSize: 3, inputShape: [8, 8, 1] })).predict(
          zeros([1, 8, 8, 3]),
        ),
      /^Error when checking/,
      /first layer, “conv2d_\w+”, takes \[any, 8, 8, 1\].* given \[1, 8, 8, 3\]/,
    ],
    [
      'predict, words of another length',
      () =>
        sequential(layers.embedding({ inputDim: 9, outputDim: 2, inputLength: 5 })).predict(
          zeros([2, 4]),
        ),
      /^Error when checking/,
      /“embedding_\w+”, takes \[any, 5\].* given \[2, 4\]/,
    ],
    [
      'predict, array',
      () => model().predict([1, 2]),
      /the Array of Tensors/,
      /^Make one tensor of the inputs/,
    ],
    [
      'fit, array of targets',
      () => compiled().fit(zeros([2, 8]), [[1], [2]]),
      /the Array of Tensors/,
      /^Make one tensor of the targets/,
    ],
    [
      'fit, list of inputs',
      () => compiled().fit([xs(), xs()], ys()),
      /the Array of Tensors/,
      /^Make one tensor of the inputs/,
    ],
    [
      'fit, other number of targets',
      () => compiled().fit(xs(), zeros([3, 1])),
      /same number of samples/,
      /There are 4 examples and 3 targets/,
    ],
  ]);
});

describe('hints: what a model misses', () => {
  testHints([
    ['fit before compile', () => model().fit(xs(), ys()), /compile/, /`model\.compile\(/],
    ['evaluate before compile', () => model().evaluate(xs(), ys()), /compile/, /`model\.compile\(/],
    [
      'compile without loss',
      () => model().compile({ optimizer: 'sgd' }),
      /loss=/,
      /needs one loss/,
    ],
    [
      'compile without optimizer',
      () => model().compile({ loss: 'meanSquaredError' }),
      /minimize/,
      /`compile` needs an optimizer/,
    ],
    ['compile without settings', () => model().compile(), /loss/, /`compile` needs its settings/],
    [
      'an optimizer that was not called',
      () => model().compile({ loss: 'meanSquaredError', optimizer: tf.train.adam }),
      /^User-defined/,
      /as in `tf\.train\.adam\(0\.001\)`/,
    ],
    [
      'no inputShape',
      () => sequential(layers.dense({ units: 1 })),
      /^The first layer/,
      /`inputShape: \[8\]` for rows/,
    ],
    ['no layers', () => tf.sequential().predict(xs()), /model is empty/, /model has no layers/],
    ['nothing to pop', () => tf.sequential().pop(), /no layers/, /left for `pop`/],
    ['fit without targets', () => compiled().fit(xs()), /shape/, /`fit` and `evaluate` need both/],
    [
      'evaluate without targets',
      () => compiled().evaluate(xs()),
      /shape/,
      /`fit` and `evaluate` need both/,
    ],
    ['predict nothing', () => model().predict(), /length/, /`predict` needs a tensor/],
    [
      'fit, a promise',
      () => compiled().fit(Promise.resolve(xs()), ys()),
      /^No data/,
      /“dense_\w+”, got something that is no tensor: put `await`/,
    ],
    [
      'fit, strings',
      () => compiled().fit(xs(), tf.tensor2d([['a'], ['b'], ['c'], ['d']])),
      /string tensor/,
      /`fit` takes its batches, was given a tensor of strings/,
    ],
    [
      'fit within fit',
      async () => {
        const twice = compiled();
        await Promise.all([twice.fit(xs(), ys()), twice.fit(xs(), ys())]);
      },
      /another fit/,
      /put `await` before each/,
    ],
  ]);
});

describe('hints: models that are gone', () => {
  const gone = () => {
    const made = compiled();
    made.dispose();
    return made;
  };
  testHints([
    ['fit', () => gone().fit(xs(), ys()), /disposed/, /weight “dense_\w+\/kernel” .* is disposed/],
    ['predict', () => gone().predict(xs()), /disposed/, /layer “dense_\w+” is disposed/],
    ['dispose', () => gone().dispose(), /disposed/, /model “sequential_\w+” is disposed/],
    ['fit, tensor', () => compiled().fit(disposed([4, 8]), ys()), /backend/, /probably disposed/],
    ['predict, tensor', () => model().predict(disposed([4, 8])), /backend/, /probably disposed/],
  ]);
});
