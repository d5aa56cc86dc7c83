import type * as tf from './tf';

/** What can be drawn of a model: its last unbroken chain of dense layers, first to last. */
export type DenseChain = { dense: tf.layers.Layer[]; skipped: tf.layers.Layer[] };

/** Layers that pass each unit on to itself, so that the chain goes on through them. */
const UNITWISE = new Set([
  'InputLayer',
  'Dropout',
  'GaussianDropout',
  'GaussianNoise',
  'AlphaDropout',
  'Activation',
  'ReLU',
  'LeakyReLU',
  'PReLU',
  'ELU',
  'ThresholdedReLU',
  'Softmax',
  'BatchNormalization',
  'LayerNormalization',
]);

/**
 * Walks from the model's output back to where it is no longer a chain of dense layers: at another
 * kind of layer, or where branches meet.
 */
export function denseChain(model: tf.LayersModel): DenseChain {
  let layer = lastLayer(model);
  const dense: tf.layers.Layer[] = [];
  while (layer !== undefined) {
    if (isDense(layer)) dense.unshift(layer);
    else if (dense.length > 0 && !UNITWISE.has(layer.getClassName())) break;
    layer = inputOf(layer);
  }
  const skipped = model.layers.filter(
    (other) => !dense.includes(other) && other.getClassName() !== 'InputLayer',
  );
  return { dense, skipped };
}

/** True when all of the model is drawn by its chain. */
export function isAllDense(model: tf.LayersModel): boolean {
  const { dense, skipped } = denseChain(model);
  return dense.length > 0 && skipped.every((layer) => UNITWISE.has(layer.getClassName()));
}

function isDense(layer: tf.layers.Layer): boolean {
  return layer.getClassName() === 'Dense';
}

function lastLayer(model: tf.LayersModel): tf.layers.Layer | undefined {
  return model.outputLayers?.[0] ?? model.layers.at(-1);
}

/** The one layer that feeds this one, if there is exactly one. */
function inputOf(layer: tf.layers.Layer): tf.layers.Layer | undefined {
  const feeding = layer.inboundNodes[0]?.inboundLayers ?? [];
  return feeding.length === 1 ? feeding[0] : undefined;
}
