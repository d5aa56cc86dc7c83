/** The activations by name, as TensorFlow.js has them, that a figure can compute by itself. */
export const ACTIVATIONS = [
  'linear',
  'relu',
  'relu6',
  'elu',
  'selu',
  'sigmoid',
  'hardSigmoid',
  'softmax',
  'softplus',
  'softsign',
  'tanh',
  'swish',
  'mish',
] as const;

export type ActivationName = (typeof ACTIVATIONS)[number];
