import '@tensorflow/tfjs-backend-cpu';
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { hint } from './hint';

const tf = { ...core, ...layers };
const { dense, conv2d } = tf.layers;

beforeAll(() => tf.setBackend('cpu'));

function model(units = 1) {
  return tf.sequential({ layers: [dense({ units: 4, inputShape: [8] }), dense({ units })] });
}

function compiled() {
  const made = model();
  made.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
  return made;
}

function disposed() {
  const tensor = tf.zeros([2]);
  tensor.dispose();
  return tensor;
}

/** What TensorFlow.js itself says, turned into a hint. */
async function hintFor(fail: () => unknown): Promise<string | undefined> {
  try {
    await fail();
  } catch (error) {
    return hint(error as Error);
  }
  throw new Error('It did not fail.');
}

const any = (value: unknown) => value as never;

describe('hint: shapes', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'fit, input',
      () => compiled().fit(tf.zeros([4, 7]), tf.zeros([4, 1])),
      /takes examples of shape \[8\], and these have shape \[7\] \(the whole is \[4, 7\].*`inputShape: \[7\]`/,
    ],
    [
      'fit, target',
      () => compiled().fit(tf.zeros([4, 8]), tf.zeros([4, 2])),
      /last layer gives \[1\] for each example, and the targets have \[2\].* 2 as its `units`/,
    ],
    [
      'evaluate, input',
      () => compiled().evaluate(tf.zeros([4, 3]), tf.zeros([4, 1])),
      /takes examples of shape \[8\], and these have shape \[3\]/,
    ],
    [
      'predict, size',
      () => model().predict(tf.zeros([4, 7])),
      /_input” takes \[any, 8\].* was given \[4, 7\]/,
    ],
    [
      'predict, one example',
      () => model().predict(tf.zeros([8])),
      /_input” takes \[any, 8\]|expandDims\(0\)/,
    ],
    [
      'predict, too many dimensions',
      () => model().predict(tf.zeros([4, 8, 1])),
      /tensor of 2 dimensions.* was given one of 3, \[4, 8, 1\]\. Reshape/,
    ],
    [
      'fit, other number of targets',
      () => compiled().fit(tf.zeros([4, 8]), tf.zeros([3, 1])),
      /There are 4 examples and 3 targets/,
    ],
    [
      'fit, arrays',
      () => compiled().fit(tf.zeros([2, 8]), any([[1], [2]])),
      /one tensor of the targets/,
    ],
    [
      'apply, size',
      () => model().apply(tf.zeros([4, 7])),
      /“dense_\w+” was made for examples of 8 numbers, and was given the shape \[4, 7\]\.$/,
    ],
    ['apply, one example', () => model().apply(tf.zeros([7])), /takes 2 dimensions.* was given 1/],
    [
      'conv2d on rows',
      () =>
        tf.sequential({ layers: [conv2d({ filters: 1, kernelSize: 3, inputShape: any([8, 8]) })] }),
      /takes 4 dimensions.* given 3.*\[height, width, channels\]/,
    ],
    [
      'no inputShape',
      () => tf.sequential({ layers: [dense({ units: 1 })] }),
      /`inputShape: \[8\]` for rows/,
    ],
    [
      'matMul',
      () => tf.matMul(tf.zeros([2, 3]), tf.zeros([4, 5])),
      /\(3 numbers\).*\(4 numbers\).*they are \[2, 3\] and \[4, 5\]/,
    ],
    [
      'add',
      () => tf.add(tf.zeros([2, 3]), tf.zeros([2, 4])),
      /shapes \[2, 3\] and \[2, 4\] don't go together/,
    ],
    [
      'reshape',
      () => tf.reshape(tf.zeros([2, 3]), [4, 2]),
      /holds 6 values, and the shape \[4, 2\] has room for 8/,
    ],
    [
      'tensor',
      () => tf.tensor([1, 2, 3], [2, 2]),
      /The shape \[2, 2\] needs 4 values, and the array has 3/,
    ],
  ])('%s', async (_, fail, expected) => {
    expect(await hintFor(fail)).toMatch(expected);
  });
});

describe('hint: models and tensors', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'fit before compile',
      () => model().fit(tf.zeros([4, 8]), tf.zeros([4, 1])),
      /`model\.compile\(/,
    ],
    [
      'evaluate before compile',
      () => model().evaluate(tf.zeros([4, 8]), tf.zeros([4, 1])),
      /`model\.compile\(/,
    ],
    [
      'unknown loss',
      () => model().compile({ loss: 'crossentropy', optimizer: 'sgd' }),
      /no loss called “crossentropy”/,
    ],
    [
      'unknown optimizer',
      () => model().compile({ loss: 'meanSquaredError', optimizer: 'adamm' }),
      /no optimizer called “adamm”/,
    ],
    [
      'unknown activation',
      () => dense({ units: 1, activation: any('rlu') }),
      /no activation called “rlu”/,
    ],
    [
      'reading a disposed tensor',
      () => disposed().dataSync(),
      /^A tensor is gone after `dispose\(\)`/,
    ],
    ['computing with a disposed tensor', () => tf.add(disposed(), 1), /probably disposed/],
    [
      'a promise',
      () => tf.add(any(Promise.resolve(1)), 1),
      /Put `await` before what you pass to `add` as `a`/,
    ],
    ['nothing', () => tf.matMul(any(undefined), tf.zeros([1, 1])), /has no value/],
    [
      'dtype',
      () => tf.oneHot(tf.tensor1d([0, 1]), 2),
      /wants `indices` as int32, and it is float32/,
    ],
    ['gradient', () => tf.grad(() => tf.scalar(1))(tf.zeros([2])), /computed from the variables/],
    [
      'loss without variables',
      () => (tf.variable(tf.zeros([1])), tf.train.sgd(0.1).minimize(() => tf.scalar(1))),
      /computed from the variables/,
    ],
  ])('%s', async (_, fail, expected) => {
    expect(await hintFor(fail)).toMatch(expected);
  });
});

describe('hint: names', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['an unknown name', () => new Function('return modle')(), /^No cell declares `modle`/],
    ['require', () => hintableRequire(), /There is no `require`/],
    [
      'a name that hides another',
      () => new Function('const data = data')(),
      /^`data` is used above the line/,
    ],
  ])('%s', async (_, fail, expected) => {
    expect(await hintFor(fail)).toMatch(expected);
  });

  it('knows the words of Firefox and Safari', () => {
    expect(hint({ name: 'ReferenceError', message: "Can't find variable: modle" })).toMatch(
      /`modle`/,
    );
    const firefox = "can't access lexical declaration 'data' before initialization";
    expect(hint({ name: 'ReferenceError', message: firefox })).toMatch(/`data` is used above/);
  });

  it('says nothing where it knows nothing', () => {
    expect(hint(new Error('The reader’s own words: Tensor is disposed'))).toBeUndefined();
    expect(hint(new Error(''))).toBeUndefined();
  });
});

function hintableRequire(): never {
  throw new ReferenceError('require is not defined');
}
