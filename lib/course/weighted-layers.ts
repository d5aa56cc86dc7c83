import { LIMITS } from '@/lib/protocol';
import type * as tf from './tf';
import { clipped } from './walk';

/** A layer with weights, and where the activations are that come of it. */
export type WeightedLayer = {
  name: string;
  /** What bends its sums, as "relu". */
  activation: string;
  layer: tf.layers.Layer;
  /** `[batch, ..., units]`, after an activation layer that follows it. */
  output: tf.SymbolicTensor;
};

const BENDS = new Set([
  'Activation',
  'ReLU',
  'LeakyReLU',
  'PReLU',
  'ELU',
  'ThresholdedReLU',
  'Softmax',
]);
const NAMES: Readonly<Record<string, string>> = {
  LeakyReLU: 'leaky relu',
  ReLU: 'relu',
  ELU: 'elu',
};

/** The layers that have a kernel, first to last; one that only bends belongs to the layer before it. */
export function weightedLayers(model: tf.LayersModel): WeightedLayer[] {
  const found: WeightedLayer[] = [];
  for (const layer of model.layers) {
    const last = found.at(-1);
    if (hasKernel(layer)) {
      const name = nameOf(layer, found.length);
      found.push({ name, activation: activationOf(layer), layer, output: outputOf(layer) });
    } else if (last && BENDS.has(layer.getClassName()) && last.activation === 'linear') {
      last.activation = activationOf(layer);
      last.output = outputOf(layer);
    }
  }
  return found;
}

/** The weights by which a layer multiplies; its bias is a list of one dimension. */
export const kernelOf = (layer: tf.layers.Layer) =>
  layer.weights.find((weight) => weight.shape.length >= 2);

const hasKernel = (layer: tf.layers.Layer) =>
  kernelOf(layer) !== undefined && !Array.isArray(layer.output);

const outputOf = (layer: tf.layers.Layer) => layer.output as tf.SymbolicTensor;

function activationOf(layer: tf.layers.Layer): string {
  const { activation } = layer.getConfig();
  if (typeof activation === 'string') return activation.toLowerCase();
  const kind = layer.getClassName();
  return BENDS.has(kind) ? (NAMES[kind] ?? kind.toLowerCase()) : 'linear';
}

/** TensorFlow.js counts unnamed layers over a whole page (`dense_Dense17`); a drawing counts those of its model. */
function nameOf(layer: tf.layers.Layer, at: number): string {
  const unnamed = /^(\w+)_[A-Z][A-Za-z0-9]*?\d+$/.exec(layer.name);
  return unnamed ? `${unnamed[1]} ${at + 1}` : clipped(layer.name, LIMITS.name);
}
