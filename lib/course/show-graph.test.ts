import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import type { GraphFunction, GraphInputs } from './types/show-graph';

async function nodesOf<Inputs extends GraphInputs>(compute: GraphFunction<Inputs>, inputs: Inputs) {
  const host = fakeHost();
  await Promise.all([createShow(host).graph(compute, inputs), host.outputs()]);
  return host.framesOf('graph')[0]!.data.nodes;
}

/** One neuron and its cross-entropy, for a woman who fell ill. */
const neuron = ({ w, x, b }: Record<'w' | 'x' | 'b', tf.Tensor>) => {
  const z = w.mul(x).add(b);
  const p = z.sigmoid();
  return { z, p, loss: p.log().neg() };
};

it('has the values, the names and the order of a computation', async () => {
  const nodes = await nodesOf(neuron, { w: 0.5, x: 2, b: -0.3 });
  expect(nodes.map(({ op, name }) => `${op} ${name}`.trim())).toEqual(
    ['w', 'x', 'b', 'Multiply', 'Add z', 'Sigmoid p', 'Log', 'Neg loss'], // prettier-ignore
  );
  expect(nodes[4]!.inputs.map(({ node }) => node)).toEqual([3, 2]);
  expect(nodes[4]!.values[0]).toBeCloseTo(0.7, 6);
  expect(nodes[7]!.values[0]).toBeCloseTo(Math.log(1 + Math.exp(-0.7)), 6);
});

it('has the gradients of finite differences and of tf.grads', async () => {
  const at = { w: 0.5, x: 2, b: -0.3 };
  const loss = (w: number, x: number, b: number) => Math.log(1 + Math.exp(-(w * x + b)));
  const h = 1e-5;
  const nodes = await nodesOf(neuron, at);
  const slope = (name: string) => nodes.find((node) => node.name === name)!.gradient[0]!;
  expect(slope('w')).toBeCloseTo((loss(0.5 + h, 2, -0.3) - loss(0.5 - h, 2, -0.3)) / (2 * h), 5);
  expect(slope('x')).toBeCloseTo((loss(0.5, 2 + h, -0.3) - loss(0.5, 2 - h, -0.3)) / (2 * h), 5);
  expect(slope('b')).toBeCloseTo((loss(0.5, 2, -0.3 + h) - loss(0.5, 2, -0.3 - h)) / (2 * h), 5);
  const grads = tf.grads((w, x, b) => neuron({ w: w!, x: x!, b: b! }).loss.asScalar());
  const own = grads([tf.scalar(at.w), tf.scalar(at.x), tf.scalar(at.b)]).map(
    (g) => g.dataSync()[0],
  );
  expect([slope('w'), slope('x'), slope('b')]).toEqual(own);
});

it('adds up what comes back along several ways', async () => {
  // x³ + x² as x·x·x + x·x: by x it is 3x² + 2x.
  const nodes = await nodesOf(
    ({ x }) => {
      const square = x.mul(x);
      return { square, sum: square.mul(x).add(square) };
    },
    { x: 3 },
  );
  expect(nodes[0]!.gradient[0]).toBeCloseTo(33, 5);
  const square = nodes.find(({ name }) => name === 'square')!;
  expect(square.gradient[0]).toBeCloseTo(4, 5);
  expect(square.inputs.map(({ flow }) => flow[0])).toEqual([12, 12]);
});

it('draws matrices, keeps constants apart, and passes over changes of shape', async () => {
  const nodes = await nodesOf(
    ({ X, W }) => X.matMul(W).reshape([2]).mul(2).square().mean(),
    { X: [[1, 2], [3, 4]], W: [[1], [-1]] }, // prettier-ignore
  );
  expect(nodes.map(({ op }) => op)).toEqual(['', '', 'BatchMatMul', '', 'Multiply', 'Square', 'Mean']); // prettier-ignore
  expect(nodes[2]).toMatchObject({ shape: [2, 1], values: Float32Array.of(-1, -1) });
  expect(nodes[3]!.gradient.length).toBe(0);
  // mean((2 X W)²) by W is 4 Xᵀ (X W), here 4 · (−1 − 3, −2 − 4).
  expect([...nodes[1]!.gradient]).toEqual([-16, -24]);
  expect(nodes[6]!.values[0]).toBeCloseTo(4, 6);
});

it('takes what TensorFlow.js composes of several operations', async () => {
  const nodes = await nodesOf(({ z, y }) => tf.losses.sigmoidCrossEntropy(y, z), {
    z: [0.5, -1],
    y: [1, 0],
  });
  const p = [0.5, -1].map((z) => 1 / (1 + Math.exp(-z)));
  const slopes = nodes.find(({ name }) => name === 'z')!.gradient;
  expect(slopes[0]).toBeCloseTo((p[0]! - 1) / 2, 5);
  expect(slopes[1]).toBeCloseTo(p[1]! / 2, 5);
});

it('leaves nothing behind, also when something is wrong, and gradients work after it', async () => {
  await expectNoLeaks(async () => {
    const x = tf.tensor1d([1, 2]);
    await nodesOf((given) => given.x.square().sum(), { x });
    await expect(nodesOfLate(({ x: own }) => own, { x })).rejects.toThrow('Take its sum');
    x.dispose();
    tf.tidy(() => {
      const slope = tf.grad((y) => y.square())(tf.scalar(3));
      expect(slope.dataSync()[0]).toBe(6);
    });
  });
});

const nodesOfLate: typeof nodesOf = async (compute, inputs) => nodesOf(compute, inputs);

it('says what is wrong', async () => {
  const fails = (compute: unknown, inputs: unknown = { x: 1 }) =>
    expect(nodesOfLate(compute as never, inputs as never)).rejects;
  await fails(5).toThrow('needs a function and what goes into it');
  await fails(() => 5).toThrow('has to give its result as a tensor');
  await fails(({ x }: { x: tf.Tensor }) => x).toThrow('nothing to draw');
  await fails(({ x }: { x: tf.Tensor }) => x.square(), { x: 'a' }).toThrow(
    '“x” has to be a number',
  );
  await fails(({ x }: { x: tf.Tensor }) => x.floor().mul(tf.topk(x.reshape([1])).values), { x: 1 }).toThrow(); // prettier-ignore
});
