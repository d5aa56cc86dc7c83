import type { FrameData, NetworkLayer } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import type { DenseChain } from './dense-chain';
import { denseChain } from './dense-chain';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { NetworkOptions } from './types/show';

/** A model that is ready to be drawn, as often as wanted. */
export type NetworkReader = {
  /** Names the layers that are not drawn; empty when all are. */
  note: string;
  weights: number;
  /** The weights as they are now. */
  read(): Soon<FrameData['network']>;
};

/**
 * Prepares the drawing of a model's dense layers.
 * @param caller what the reader called, for errors
 * @throws {TypeError} if it is no model, has no dense layer, no weights yet, or the names don't fit.
 */
export function networkReader(
  model: tf.LayersModel,
  { inputs, outputs }: Pick<NetworkOptions, 'inputs' | 'outputs'>,
  caller: string,
): NetworkReader {
  const chain = checkedChain(model, caller);
  const shapes = chain.dense.map(shapeOf);
  const weights = shapes.reduce((sum, shape) => sum + shape.inputs * shape.units + shape.units, 0);
  if (weights > LIMITS.frameNumbers) {
    throw new RangeError(`${caller}: the model has ${weights} weights, too many to draw.`);
  }
  const inputNames = namesFor('input', shapes[0]?.inputs ?? 0, inputs, caller);
  const outputNames = namesFor('output', shapes.at(-1)?.units ?? 0, outputs, caller);
  return {
    note: noteOf(chain),
    weights,
    read: () =>
      mapSoon(allSoon(chain.dense.map(readLayer)), (layers) => ({
        inputs: [...inputNames],
        outputs: [...outputNames],
        layers,
      })),
  };
}

function checkedChain(model: tf.LayersModel, caller: string): DenseChain {
  if (!(model instanceof tf.LayersModel)) {
    throw new TypeError(`${caller} needs a model, for instance one made with tf.sequential.`);
  }
  const chain = denseChain(model);
  if (chain.dense.length === 0) {
    const kinds = model.layers.map((layer) => layer.getClassName()).join(', ') || 'no layers';
    throw new TypeError(`${caller} draws dense layers, but this model has none: ${kinds}.`);
  }
  if (chain.dense.some((layer) => layer.weights.length === 0)) {
    throw new TypeError(
      `${caller}: the model has no weights yet. Give its first layer an inputShape.`,
    );
  }
  return chain;
}

function noteOf({ skipped }: DenseChain): string {
  if (skipped.length === 0) return '';
  const names = skipped.map((layer) => `${layer.name} (${layer.getClassName()})`);
  return `Not drawn: ${names.join(', ')}.`;
}

function shapeOf(layer: tf.layers.Layer): { inputs: number; units: number } {
  const [inputs = 0, units = 0] = (layer.weights[0]?.shape ?? []) as number[];
  return { inputs, units };
}

function namesFor(
  what: 'input' | 'output',
  count: number,
  names: readonly string[] | undefined,
  caller: string,
): string[] {
  if (names === undefined) {
    return Array.from({ length: count }, (_, at) => (count === 1 ? what : `${what} ${at + 1}`));
  }
  if (names.length === count) return names.map(String);
  throw new TypeError(
    `${caller}: the network has ${count} ${what}${count === 1 ? '' : 's'}, ` +
      `but ${names.length} names were given for them.`,
  );
}

/** TensorFlow.js counts unnamed layers over a whole page (`dense_Dense17`); a drawing counts those of its model. */
function nameOf(layer: tf.layers.Layer, at: number): string {
  return /^dense_Dense\d+$/.test(layer.name) ? `dense ${at + 1}` : layer.name;
}

function readLayer(layer: tf.layers.Layer, at: number): Soon<NetworkLayer> {
  const { inputs, units } = shapeOf(layer);
  const [kernel, bias] = layer.weights.map((weight) => readFloats(weight.read()));
  const read = allSoon<Float32Array>([
    kernel ?? new Float32Array(inputs * units),
    bias ?? new Float32Array(units),
  ]);
  const activation = layer.getConfig()['activation'];
  return mapSoon(read, ([kernelValues, biasValues]) => ({
    name: nameOf(layer, at),
    activation: typeof activation === 'string' ? activation : 'linear',
    inputs,
    units,
    kernel: kernelValues as Float32Array,
    bias: biasValues as Float32Array,
  }));
}
