import type { ConvnetHead } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { readFloats } from './read-values';
import { allSoon, mapSoon, type Soon } from './soon';
import type * as tf from './tf';

type Layer = tf.layers.Layer;

/** The dense layer that gives a model's outputs, and what goes into it: `[1, inputs]`. */
export type Head = { layer: Layer; input: tf.SymbolicTensor; ofMaps: boolean };

/**
 * Null where the outputs come from another kind of layer, or from more weights than are sent.
 *
 * @param layers without those that do nothing in a trained model
 * @param isMap whether a layer makes maps
 */
export function headOf(layers: readonly Layer[], isMap: (layer: Layer) => boolean): Head | null {
  const layer = layers.at(-1);
  if (layer?.getClassName() !== 'Dense' || isMap(layer)) return null;
  const [kernel] = layer.weights;
  const weights = kernel?.shape.reduce<number>((product, side) => product * (side ?? 0), 1) ?? 0;
  if (weights > LIMITS.headWeights) return null;
  const [beside, before] = [layers.at(-2), layers.at(-3)];
  const ofMaps = beside?.getClassName() === 'Flatten' && before !== undefined && isMap(before);
  return { layer, input: layer.input as tf.SymbolicTensor, ofMaps };
}

/** What goes into the head is `inputs`, `[1, n]`, of one image. */
export function readHead({ layer, ofMaps }: Head, inputs: tf.Tensor): Soon<ConvnetHead> {
  const [kernel, bias] = layer.weights;
  const units = kernel?.shape.at(-1) ?? 0;
  const read = allSoon<Float32Array>([
    readFloats(inputs),
    kernel ? readFloats(kernel.read()) : new Float32Array(0),
    bias ? readFloats(bias.read()) : new Float32Array(units),
  ]);
  const activation = String(layer.getConfig()['activation'] ?? 'linear');
  return mapSoon(read, ([values, weights, biases]) => ({
    inputs: values as Float32Array,
    kernel: weights as Float32Array,
    bias: biases as Float32Array,
    activation,
    ofMaps,
  }));
}
