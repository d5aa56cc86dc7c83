import * as tf from '@tensorflow/tfjs-core';

/** Every optimizer of TensorFlow.js in each of its forms. */
export const OPTIMIZERS: Record<string, () => tf.Optimizer> = {
  SGD: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.05, 0.9),
  'Nesterov momentum': () => tf.train.momentum(0.05, 0.9, true),
  RMSProp: () => tf.train.rmsprop(0.01),
  'RMSProp with momentum': () => tf.train.rmsprop(0.01, 0.8, 0.5, 1e-6),
  'centered RMSProp': () => tf.train.rmsprop(0.01, 0.9, 0.3, 1e-7, true),
  Adam: () => tf.train.adam(0.02),
  'Adam of other rates': () => tf.train.adam(0.02, 0.5, 0.9, 1e-3),
  Adamax: () => tf.train.adamax(0.02, 0.9, 0.99, 1e-7, 0.1),
  Adagrad: () => tf.train.adagrad(0.1, 0.3),
  Adadelta: () => tf.train.adadelta(0.5, 0.9, 1e-6),
};

/** Axes from none to six; sizes below four, and not to be divided by it. */
export const SHAPES = [
  [],
  [1],
  [3],
  [4],
  [11],
  [1, 5],
  [5, 1],
  [5, 3],
  [8, 64],
  [2, 3, 5],
  [3, 3, 2, 7],
  [2, 1, 3, 2, 3],
  [2, 1, 1, 3, 1, 3],
];

/** Numbers between -1 and 1 without a pattern, the same at every call with the same seed. */
export function noise(size: number, seed: number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => {
    const x = Math.sin(i * 12.9898 + seed * 78.233) * 43758.5453;
    return 2 * (x - Math.floor(x)) - 1;
  });
}

/** Variables `prefix0`, `prefix1`, … of these shapes. */
export function makeVariables(prefix: string, shapes: readonly number[][] = SHAPES): tf.Variable[] {
  return shapes.map((shape, i) =>
    tf.tidy(() =>
      tf.variable(tf.tensor(noise(tf.util.sizeFromShape(shape), i), shape), true, `${prefix}${i}`),
    ),
  );
}

/** Gradients that pull each variable to 0, with noise that no two steps share. The caller disposes them. */
export function gradientsOf(variables: readonly tf.Variable[], step: number): tf.NamedTensorMap {
  return Object.fromEntries(
    variables.map((variable, i) => [
      variable.name,
      tf.tidy(() =>
        variable
          .mul(0.5)
          .add(tf.tensor(noise(variable.size, 1000 + 31 * step + i), variable.shape)),
      ),
    ]),
  );
}
