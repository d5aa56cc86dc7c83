import type { FrameData, NetworkLayer } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import type { DenseChain } from './dense-chain';
import { checkCount, checkLength } from './check-size';
import { denseChain } from './dense-chain';
import { exampleRow } from './example-row';
import { activationOf, exactChain } from './exact-chain';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { NetworkOptions } from './types/show';
import { clipped } from './walk';

/** A model that is ready to be drawn, as often as wanted. */
export type NetworkReader = {
  /** Names the layers that are not drawn; empty when all are. */
  note: string;
  /** The weights as they are now. */
  read(): Soon<FrameData['network']>;
};

/**
 * Prepares the drawing of a model's dense layers.
 * @param caller what the reader called, for errors
 * @throws {TypeError} if it is no model, has no dense layer, no weights yet, or the names don't fit.
 * @throws {RangeError} if it is too large to draw, or a name too long.
 */
export function networkReader(
  model: tf.LayersModel,
  { inputs, outputs, example }: Pick<NetworkOptions, 'inputs' | 'outputs' | 'example'>,
  caller: string,
): NetworkReader {
  const chain = checkedChain(model, caller);
  const size = sizeOf(chain);
  for (const things of THINGS) {
    const remedy = 'Leave out the drawing of this network, or draw a smaller one.';
    checkCount(caller, { count: size[things], things, most: MOST[things], remedy });
  }
  const inputNames = namesFor('input', size.inputs, inputs, caller);
  const outputNames = namesFor('output', size.outputs, outputs, caller);
  const row = checkedExample(model, size.inputs, example, caller);
  return {
    note: noteOf(chain),
    read: () =>
      mapSoon(row, (values) =>
        mapSoon(allSoon(chain.dense.map(readLayer)), (layers) => ({
          inputs: [...inputNames],
          outputs: [...outputNames],
          layers,
          ...(values && { example: values.slice() }),
        })),
      ),
  };
}

function checkedExample(
  model: tf.LayersModel,
  inputs: number,
  example: NetworkOptions['example'],
  caller: string,
): Soon<Float32Array> | null {
  if (example === undefined) return null;
  if (exactChain(model)) return exampleRow(example, inputs, 'example', caller);
  throw new TypeError(
    `${caller}: an example can be followed only through a model of dense layers with common activations. ` +
      'Leave `example` out.',
  );
}

type Size = { layers: number; weights: number; inputs: number; outputs: number };

const THINGS = ['layers', 'weights', 'inputs', 'outputs'] as const;
const MOST: Size = {
  layers: LIMITS.layers,
  weights: LIMITS.frameNumbers,
  inputs: LIMITS.labels,
  outputs: LIMITS.labels,
};

function sizeOf({ dense }: DenseChain): Size {
  const shapes = dense.map(shapeOf);
  return {
    layers: shapes.length,
    weights: shapes.reduce((sum, { inputs, units }) => sum + inputs * units + units, 0),
    inputs: shapes[0]?.inputs ?? 0,
    outputs: shapes.at(-1)?.units ?? 0,
  };
}

/** Whether a model can be drawn and has fewer weights than this. */
export function isDrawable(model: tf.LayersModel, weights: number): boolean {
  const size = sizeOf(denseChain(model));
  return size.weights < weights && THINGS.every((things) => size[things] <= MOST[things]);
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
  if (names.length === count) {
    return Array.from(names, (name) =>
      checkLength(`${caller}: the name of an ${what}`, name, LIMITS.name),
    );
  }
  throw new TypeError(
    `${caller}: the network has ${count} ${what}${count === 1 ? '' : 's'}, ` +
      `but ${names.length} names were given for them.`,
  );
}

/** TensorFlow.js counts unnamed layers over a whole page (`dense_Dense17`); a drawing counts those of its model. */
function nameOf(layer: tf.layers.Layer, at: number): string {
  const isUnnamed = /^dense_Dense\d+$/.test(layer.name);
  return isUnnamed ? `dense ${at + 1}` : clipped(layer.name, LIMITS.name);
}

export function readLayer(layer: tf.layers.Layer, at: number): Soon<NetworkLayer> {
  const { inputs, units } = shapeOf(layer);
  const [kernel, bias] = layer.weights.map((weight) => readFloats(weight.read()));
  const read = allSoon<Float32Array>([
    kernel ?? new Float32Array(inputs * units),
    bias ?? new Float32Array(units),
  ]);
  return mapSoon(read, ([kernelValues, biasValues]) => ({
    name: nameOf(layer, at),
    activation: activationOf(layer),
    inputs,
    units,
    kernel: kernelValues as Float32Array,
    bias: biasValues as Float32Array,
  }));
}
