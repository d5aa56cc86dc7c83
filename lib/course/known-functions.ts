import * as tf from './tf';
import type { FunctionName } from './types/functions';

/** D. Hendrycks, K. Gimpel: Gaussian error linear units, 2016: x times the normal distribution's Φ(x). */
const gelu = (x: tf.Tensor): tf.Tensor =>
  tf.mul(tf.mul(x, 0.5), tf.add(1, tf.erf(tf.div(x, Math.SQRT2))));

export const KNOWN_FUNCTIONS: Readonly<Record<FunctionName, (x: tf.Tensor) => tf.Tensor>> = {
  linear: (x) => tf.mul(x, 1),
  step: (x) => tf.step(x),
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  relu: (x) => tf.relu(x),
  'leaky relu': (x) => tf.leakyRelu(x, 0.1),
  elu: (x) => tf.elu(x),
  gelu,
  swish: (x) => tf.mul(x, tf.sigmoid(x)),
  softplus: (x) => tf.softplus(x),
};
