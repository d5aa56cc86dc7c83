// jax-js on the device that the worker's name says, with all of a step, adam included, in one `jit`. Adam stands here by its
// formula (Kingma and Ba, 2015, algorithm 1), so that no second package is needed.
import { defaultDevice, init, jit, lax, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import { normal, randomExamples } from '../works/random.mjs';
import { answerWith } from './answer.js';

answerWith({ timeFit: timeTraining }, async (time, work) => {
  await init(self.name);
  defaultDevice(self.name);
  return time(work);
});

/** @param {import('../works/works.mjs').Work} work */
async function timeTraining(work) {
  const { layers, params } = build(work);
  const step = jit(stepOf(work, layers));
  const batches = batchesOf(work);
  const zeros = () => tree.map((array) => np.zeros(array.shape), params);
  let state = { params, first: zeros(), second: zeros(), count: np.array(0) };
  let loss = null;
  const train = ({ x, y }) => {
    loss?.dispose();
    ({ loss, ...state } = step(state, x.ref, y.ref));
  };
  const finish = async () => Number(await loss.ref.jsAsync());

  const begin = performance.now();
  train(batches[0]);
  await finish();
  const firstBatch = performance.now() - begin;
  const start = performance.now();
  for (let epoch = 0; epoch < work.epochs; epoch++) batches.forEach(train);
  const last = await finish();
  await state.params[0][0].ref.data();
  const ms = performance.now() - start;

  tree.dispose(state);
  loss.dispose();
  for (const { x, y } of batches) tree.dispose([x, y]);
  return { ms, firstBatch, loss: last };
}

/** Pictures stand with their channels first, as jax-js convolves them. */
function batchesOf(work) {
  const { x, y } = randomExamples(work);
  const { rows, batch, input } = work;
  const shape = input.length === 3 ? [input[2], input[0], input[1]] : input;
  const size = x.length / rows;
  return Array.from({ length: rows / batch }, (_, at) => {
    const answers = np.array(y.slice(at * batch, (at + 1) * batch));
    return {
      x: np.array(x.slice(at * batch * size, (at + 1) * batch * size)).reshape([batch, ...shape]),
      y:
        work.target === 'one of ten'
          ? nn.oneHot(answers.astype(np.int32), 10)
          : answers.reshape([batch, 1]),
    };
  });
}

/** Each layer as a function of its weights and its input, with its first weights. */
function build({ input, layers }) {
  let shape = input.length === 3 ? [input[2], input[0], input[1]] : input;
  const built = layers.map((layer) => {
    const made = layerOf(layer, shape);
    shape = made.shape;
    return made;
  });
  return { layers: built.map(({ apply }) => apply), params: built.map(({ weights }) => weights) };
}

function layerOf({ kind, units, filters, kernelSize, poolSize, activation }, shape) {
  const act = ACTIVATIONS[activation ?? 'linear'];
  switch (kind) {
    case 'dense':
      return {
        shape: [units],
        weights: [glorot([shape[0], units], shape[0] + units), np.zeros([units])],
        apply: ([w, b], x) => act(np.dot(x, w).add(b)),
      };
    case 'conv2d': {
      const fans = (shape[0] + filters) * kernelSize ** 2;
      return {
        shape: [filters, shape[1] - kernelSize + 1, shape[2] - kernelSize + 1],
        weights: [
          glorot([filters, shape[0], kernelSize, kernelSize], fans),
          np.zeros([filters, 1, 1]),
        ],
        apply: ([w, b], x) => act(lax.conv(x, w, [1, 1], 'VALID').add(b)),
      };
    }
    case 'maxPooling2d': {
      const size = [poolSize, poolSize];
      return {
        shape: [shape[0], ...shape.slice(1).map((side) => Math.floor(side / poolSize))],
        weights: [],
        apply: (_, x) => lax.reduceWindow(x, np.max, size, size),
      };
    }
    case 'flatten': {
      const size = shape.reduce((product, side) => product * side, 1);
      return { shape: [size], weights: [], apply: (_, x) => x.reshape([-1, size]) };
    }
    case 'simpleRNN':
      return recurrent(units, shape);
    default:
      throw new Error(`There is no layer ${kind} for jax-js here.`);
  }
}

/** The state after the last step, the steps written out. */
function recurrent(units, [steps, features]) {
  const apply = ([input, within, b], x) => {
    const [batch] = x.shape;
    const projected = np.dot(x.reshape([batch * steps, features]), input).add(b);
    const rows = projected.reshape([batch, steps, units]);
    let state = null;
    for (let step = 0; step < steps; step++) {
      const now = rows.ref.slice([], step);
      state = np.tanh(state === null ? now : now.add(np.dot(state, within.ref)));
    }
    rows.dispose();
    within.dispose();
    return state;
  };
  const weights = [
    glorot([features, units], features + units),
    glorot([units, units], 2 * units),
    np.zeros([units]),
  ];
  return { shape: [units], weights, apply };
}

const ACTIVATIONS = {
  linear: (x) => x,
  relu: nn.relu,
  sigmoid: nn.sigmoid,
  tanh: np.tanh,
  softmax: (x) => nn.softmax(x, -1),
};

/** Normally distributed with the variance of Glorot and Bengio, 2010. `fans`: inputs and outputs of a neuron. */
function glorot(shape, fans) {
  const size = shape.reduce((product, side) => product * side, 1);
  const values = Float32Array.from({ length: size }, () => normal() * Math.sqrt(2 / fans));
  return np.array(values).reshape(shape);
}

const LOSSES = {
  meanSquaredError: (y, p) => np.square(p.sub(y)).mean(),
  binaryCrossentropy: (y, p) => {
    const hit = y.ref.mul(np.log(p.ref.add(1e-7)));
    return hit
      .add(np.subtract(1, y).mul(np.log(np.subtract(1 + 1e-7, p))))
      .mean()
      .mul(-1);
  },
  categoricalCrossentropy: (y, p) =>
    y
      .mul(np.log(p.add(1e-7)))
      .sum(-1)
      .mean()
      .mul(-1),
};

function stepOf(work, layers) {
  const lossOf = (params, x, y) =>
    LOSSES[work.loss](
      y,
      layers.reduce((values, apply, i) => apply(params[i], values), x),
    );
  const update = work.optimizer === 'sgd' ? descend(work.rate) : adam(work.rate);
  return ({ params, ...state }, x, y) => {
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(params), x, y);
    return { loss, ...update(params, gradients, state) };
  };
}

const descend = (rate) => (params, gradients, state) => ({
  ...state,
  params: tree.map((p, g) => p.sub(g.mul(rate)), params, gradients),
});

const adam = (rate) => (params, gradients, state) => {
  const count = state.count.add(1);
  const first = tree.map((m, g) => m.mul(0.9).add(g.mul(0.1)), state.first, tree.ref(gradients));
  const second = tree.map(
    (v, g) => v.mul(0.999).add(np.square(g).mul(0.001)),
    ...[state.second, gradients],
  );
  const unbiased = (decay) => np.subtract(1, np.power(decay, count.ref));
  const next = tree.map(
    (p, m, v) =>
      p.sub(
        m
          .div(unbiased(0.9))
          .mul(rate)
          .div(np.sqrt(v.div(unbiased(0.999))).add(1e-7)),
      ),
    ...[params, tree.ref(first), tree.ref(second)],
  );
  return { params: next, first, second, count };
};
