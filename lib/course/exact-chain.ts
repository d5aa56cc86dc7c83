import { ACTIVATIONS } from '@/lib/protocol';
import { denseChain } from './dense-chain';
import type * as tf from './tf';

/** What passes every number on as it is, once training is over. */
const IDENTITY = new Set(['Dropout', 'GaussianDropout', 'GaussianNoise', 'AlphaDropout']);

/**
 * The model's dense layers where they alone make its answer, so that a page can compute it from their weights; null
 * where something stands between them, or an activation is one that pages do not know.
 */
export function exactChain(model: tf.LayersModel): tf.layers.Layer[] | null {
  const { dense, skipped } = denseChain(model);
  if (dense.length === 0 || model.inputs.length !== 1 || model.outputs.length !== 1) return null;
  if (!skipped.every((layer) => IDENTITY.has(layer.getClassName()))) return null;
  const known: readonly string[] = ACTIVATIONS;
  const isKnown = (layer: tf.layers.Layer) => known.includes(activationOf(layer));
  return dense.every(isKnown) ? dense : null;
}

export function activationOf(layer: tf.layers.Layer): string {
  const activation = layer.getConfig()['activation'];
  return typeof activation === 'string' ? activation : 'linear';
}
