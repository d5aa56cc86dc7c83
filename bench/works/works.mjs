/**
 * What is trained, as data: the same description is built with TensorFlow.js (`time-fit.mjs`), ConvNetJS and jax-js
 * (`peers/`). `input`: the shape of one example, `[features]`, `[height, width, channels]` or `[steps, features]`.
 * `layers` has the names and settings of TensorFlow.js's layers; `target` says what the answers are.
 *
 * @typedef {{
 *   title: string,
 *   input: number[],
 *   layers: ({ kind: string } & Record<string, unknown>)[],
 *   target: 'yes or no' | 'minus or plus one' | 'one of ten' | 'a number',
 *   loss: 'binaryCrossentropy' | 'categoricalCrossentropy' | 'meanSquaredError',
 *   optimizer: 'adam' | 'sgd',
 *   rate: number,
 *   rows: number,
 *   batch: number,
 *   epochs: number,
 * }} Work
 */

const ADAM = { optimizer: 'adam', rate: 0.001 };

/** @type {Work} */
export const DENSE = {
  title: '8-64-32-1, 768 rows, 10 epochs in batches of 32',
  input: [8],
  layers: [
    { kind: 'dense', units: 64, activation: 'relu' },
    { kind: 'dense', units: 32, activation: 'relu' },
    { kind: 'dense', units: 1, activation: 'sigmoid' },
  ],
  ...{ target: 'yes or no', loss: 'binaryCrossentropy', ...ADAM },
  ...{ rows: 768, batch: 32, epochs: 10 },
};

/** @type {Work} */
export const PICTURES = {
  title: '64x64x3 CNN, 4 steps of 32',
  input: [64, 64, 3],
  layers: [
    { kind: 'conv2d', filters: 32, kernelSize: 3, activation: 'relu' },
    { kind: 'maxPooling2d', poolSize: 2 },
    { kind: 'flatten' },
    { kind: 'dense', units: 64, activation: 'relu' },
    { kind: 'dense', units: 10, activation: 'softmax' },
  ],
  ...{ target: 'one of ten', loss: 'categoricalCrossentropy', ...ADAM },
  ...{ rows: 128, batch: 32, epochs: 1 },
};

/** @type {Work} */
export const DIGITS = {
  title: '28x28 CNN, 10 steps of 64',
  input: [28, 28, 1],
  layers: [
    { kind: 'conv2d', filters: 8, kernelSize: 5, activation: 'relu' },
    { kind: 'maxPooling2d', poolSize: 2 },
    { kind: 'conv2d', filters: 16, kernelSize: 5, activation: 'relu' },
    { kind: 'maxPooling2d', poolSize: 2 },
    { kind: 'flatten' },
    { kind: 'dense', units: 10, activation: 'softmax' },
  ],
  ...{ target: 'one of ten', loss: 'categoricalCrossentropy', ...ADAM },
  ...{ rows: 640, batch: 64, epochs: 1 },
};

/** @type {Work} */
export const SERIES = {
  title: 'SimpleRNN 64 on (10, 1), 10 steps of 32',
  input: [10, 1],
  layers: [
    { kind: 'simpleRNN', units: 64 },
    { kind: 'dense', units: 32, activation: 'relu' },
    { kind: 'dense', units: 1 },
  ],
  ...{ target: 'a number', loss: 'meanSquaredError', ...ADAM },
  ...{ rows: 320, batch: 32, epochs: 1 },
};

/**
 * TensorFlow Playground's own network and settings for its spiral: half of its 500 points to train on, `tanh` at the
 * output too, and its learning rate.
 * @type {Work}
 */
export const SPIRAL = {
  title: "TensorFlow Playground's spiral, 2-8-4-1 tanh, batches of 10",
  input: [2],
  layers: [
    { kind: 'dense', units: 8, activation: 'tanh' },
    { kind: 'dense', units: 4, activation: 'tanh' },
    { kind: 'dense', units: 1, activation: 'tanh' },
  ],
  ...{ target: 'minus or plus one', loss: 'meanSquaredError', optimizer: 'sgd', rate: 0.03 },
  ...{ rows: 250, batch: 10, epochs: 60 },
};

/** How often the weights change. @param {Work} work */
export const stepsOf = ({ rows, batch, epochs }) => Math.ceil(rows / batch) * epochs;
