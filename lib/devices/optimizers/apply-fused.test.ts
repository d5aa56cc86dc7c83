import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { installFusedOptimizers } from './install';
import { OPTIMIZERS, gradientsOf, makeVariables } from './testing/cases';

let undo: () => void;
beforeAll(startWasm);
beforeEach(() => {
  undo = installFusedOptimizers();
});
afterEach(() => {
  undo();
  tf.disposeVariables();
});

const WITH_WEIGHTS = Object.entries(OPTIMIZERS).filter(([name]) => name !== 'Adamax');

describe.each(['cpu', 'wasm'])('what an optimizer is, fused on %s', (backend) => {
  beforeEach(async () => void (await tf.setBackend(backend)));

  describe.each(WITH_WEIGHTS)('%s', (_, make) => {
    it('has the weights that TensorFlow.js gives it, under the same names', async () => {
      const ours = await described(make());
      undo();
      expect(ours).toEqual(await described(make()));
    });

    it('goes on from saved weights as if it had never stopped, and leaves those as they are', async () => {
      const [one, other] = [makeVariables('one', [[5]]), makeVariables('two', [[5]])] as const;
      const [straight, first, second] = [make(), make(), make()];
      for (let step = 0; step < 6; step++) apply(straight, one, step);
      for (let step = 0; step < 3; step++) apply(first, other, step);
      const saved = (await first.getWeights()).map(({ name, tensor }) => ({
        name,
        tensor: tensor.clone(),
      }));
      const before = saved.map(({ tensor }) => [...tensor.dataSync()]);
      await second.setWeights(saved);
      for (let step = 3; step < 6; step++) apply(second, other, step);
      [...one[0]!.dataSync()].forEach((value, i) =>
        expect(other[0]!.dataSync()[i]).toBeCloseTo(value, 5),
      );
      expect(second.iterations).toBe(6);
      expect(saved.map(({ tensor }) => [...tensor.dataSync()])).toEqual(before);
    });

    it('takes gradients as a list, and leaves a variable without one alone', () => {
      const [a, b] = makeVariables('a', [[3], [3]]);
      const optimizer = make();
      const before = [...b!.dataSync()];
      const gradients = gradientsOf([a!], 1);
      const list = [
        { name: 'a1', tensor: null as unknown as tf.Tensor },
        { name: 'a0', tensor: gradients.a0! },
      ];
      optimizer.applyGradients(list);
      optimizer.applyGradients(list);
      const ours = [...a!.dataSync()];
      expect([...b!.dataSync()]).toEqual(before);
      expect(optimizer.iterations).toBe(2);
      undo();
      const [theirs] = makeVariables('b', [[3]]);
      const other = make();
      for (let i = 0; i < 2; i++) other.applyGradients([{ name: 'b0', tensor: gradients.a0! }]);
      ours.forEach((value, i) => expect(value).toBeCloseTo(theirs!.dataSync()[i]!, 6));
    });
  });

  it('minimizes a cost, returns it, and trains only what it is told to', () => {
    const [a, b] = makeVariables('m', [[4], [4]]);
    const optimizer = tf.train.adam(0.1);
    const cost = () => a!.add(b!).square().sum().asScalar();
    const before = [...b!.dataSync()];
    const start = cost().dataSync()[0]!;
    const returned = optimizer.minimize(cost, true, [a!])!;
    expect(returned.dataSync()[0]).toBeCloseTo(start, 6);
    for (let i = 0; i < 20; i++) expect(optimizer.minimize(cost, false, [a!])).toBeNull();
    expect(cost().dataSync()[0]).toBeLessThan(start / 4);
    expect([...b!.dataSync()]).toEqual(before);
  });

  it('leaves clones of the variable, its values as read, and clones of its slots as they were', async () => {
    const variables = makeVariables('c', [[6]]);
    const optimizer = tf.train.momentum(0.1, 0.9);
    apply(optimizer, variables, 0);
    const slot = (await optimizer.getWeights())[1]!.tensor;
    const held = [variables[0]!.clone(), slot.clone(), slot.reshape([2, 3])];
    const values = held.map((tensor) => [...tensor.dataSync()]);
    const read = [variables[0]!.dataSync(), slot.dataSync()];
    apply(optimizer, variables, 1);
    apply(optimizer, variables, 2);
    expect(held.map((tensor) => [...tensor.dataSync()])).toEqual(values);
    expect(read.map((array) => [...array])).toEqual(values.slice(0, 2));
    expect([...slot.dataSync()]).not.toEqual(values[1]);
  });

  it('convolves with a slot or a variable as it is now, not as it was', async () => {
    const variables = makeVariables('p', [[3, 3, 2, 4]]);
    const optimizer = tf.train.momentum(0.1, 0.9);
    apply(optimizer, variables, 0);
    const slot = (await optimizer.getWeights())[1]!.tensor;
    // One pixel is lit in one channel: what comes out is that place of the filter.
    const image = tf
      .oneHot(tf.tensor1d([0], 'int32'), 18)
      .reshape([3, 3, 2])
      .toFloat() as tf.Tensor3D;
    for (let step = 1; step < 4; step++) {
      for (const filter of [slot, variables[0]!])
        expect([...image.conv2d(filter as tf.Tensor4D, 1, 'valid').dataSync()]).toEqual([
          ...filter.dataSync().slice(0, 4),
        ]);
      apply(optimizer, variables, step);
    }
  });

  it('assigns to every variable and slot, for those who watch', async () => {
    const variables = makeVariables('n', [[3]]);
    const optimizer = tf.train.momentum(0.1, 0.9);
    apply(optimizer, variables, 0);
    const slot = (await optimizer.getWeights())[1]!.tensor as tf.Variable;
    const assigned: tf.Variable[] = [];
    for (const variable of [variables[0]!, slot]) {
      const { assign } = variable;
      variable.assign = (value) => {
        assigned.push(variable);
        assign.call(variable, value);
      };
    }
    apply(optimizer, variables, 1);
    expect(assigned).toEqual([slot, variables[0]]);
  });

  it('is NaN where TensorFlow.js is, under the root of centered RMSProp', () => {
    const run = (prefix: string) => {
      const [variable] = makeVariables(prefix, [[9]]);
      const optimizer = tf.train.rmsprop(0.01, 0.9, 0, 1e-7, true);
      const gradient = tf.tensor1d([1e-3, 1e-2, 0.1, 0.3, 0.7, 1, 2, 30, -5]);
      // A gradient that stays the same: the difference under the root goes to 0.
      for (let i = 0; i < 200; i++) optimizer.applyGradients({ [`${prefix}0`]: gradient });
      return [...variable!.dataSync()].map(Number.isNaN);
    };
    const ours = run('q');
    undo();
    expect(ours).toEqual(run('r'));
    expect(ours).toContain(true);
  });

  it('leaves to TensorFlow.js what it must: a gradient to be broadcast, and what it refuses', () => {
    const [variable] = makeVariables('s', [[3]]);
    const before = [...variable!.dataSync()];
    const optimizer = tf.train.sgd(1);
    optimizer.applyGradients([{ name: 's0', tensor: tf.scalar(1) }]);
    [...variable!.dataSync()].forEach((value, i) => expect(value).toBeCloseTo(before[i]! - 1, 6));
    expect(() => optimizer.applyGradients([{ name: 's0', tensor: tf.tensor1d([1, 2]) }])).toThrow(
      /broadcast|shape/,
    );
    expect(() =>
      tf.train.adam().applyGradients([{ name: 'nobody', tensor: tf.scalar(1) }]),
    ).toThrow();
    const adam = tf.train.adam();
    adam.dispose();
    expect(() => adam.applyGradients([{ name: 's0', tensor: tf.zeros([3]) }])).toThrow();
  });

  it('shows its single operations to a profile', async () => {
    makeVariables('t', [[3]]);
    const gradient = tf.ones([3]);
    const { kernelNames } = await tf.profile(() => {
      tf.train.sgd(0.1).applyGradients({ t0: gradient });
      return gradient;
    });
    expect(kernelNames).toEqual(expect.arrayContaining(['Multiply', 'Add']));
  });

  it('takes a variable without elements', () => {
    const empty = tf.variable(tf.zeros([0, 3]), true, 'empty');
    tf.train.adam().applyGradients([{ name: 'empty', tensor: tf.zeros([0, 3]) }]);
    expect(empty.shape).toEqual([0, 3]);
  });

  it('moves with its variables to another backend', async () => {
    const variables = makeVariables('u', [[5]]);
    const optimizer = tf.train.adam(0.02);
    apply(optimizer, variables, 0);
    await tf.setBackend(backend === 'cpu' ? 'wasm' : 'cpu');
    apply(optimizer, variables, 1);
    const ours = [...variables[0]!.dataSync()];
    undo();
    const others = makeVariables('v', [[5]]);
    const other = tf.train.adam(0.02);
    for (const step of [0, 1]) apply(other, others, step);
    ours.forEach((value, i) => expect(value).toBeCloseTo(others[0]!.dataSync()[i]!, 5));
  });
});

function apply(optimizer: tf.Optimizer, variables: readonly tf.Variable[], step: number): void {
  const gradients = gradientsOf(variables, step);
  optimizer.applyGradients(gradients);
  tf.dispose(gradients);
}

/** What can be seen of its weights, the numbers in them rounded. */
async function described(optimizer: tf.Optimizer) {
  const variables = makeVariables('d', [[3], [2, 2]]);
  for (let step = 0; step < 3; step++) apply(optimizer, variables, step);
  const weights = await optimizer.getWeights();
  const seen = weights.map(({ name, tensor }) => ({
    name,
    shape: tensor.shape,
    dtype: tensor.dtype,
    trainable: (tensor as tf.Variable).trainable,
    values: [...tensor.dataSync()].map((value) => value.toFixed(5)),
  }));
  const { iterations } = optimizer;
  const config = optimizer.getConfig();
  tf.disposeVariables();
  return { seen, iterations, config };
}
