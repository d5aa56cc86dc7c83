import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { readFloats } from './read-values';
import { unroll, type RecurrentWeights } from './recurrent';
import { allSoon, mapSoon, type Soon } from './soon';
import * as tf from './tf';
import type { UnrolledOptions } from './types/show-unrolled';

type UnrolledData = FrameData['unrolled'];
type Sequence = tf.Tensor | readonly number[] | readonly (readonly number[])[];

const CELLS: Readonly<Record<string, UnrolledData['cell']>> = {
  SimpleRNN: 'SimpleRNN',
  GRU: 'GRU',
  LSTM: 'LSTM',
};

/**
 * The first recurrent layer of a model on one sequence, as the data of a figure.
 * @throws {TypeError} if the model has no such layer, the sequence does not fit it, or names don't fit the sequence.
 * @throws {RangeError} if it is too long to draw.
 */
export function unrolledData(
  model: tf.LayersModel,
  sequence: Sequence,
  options: UnrolledOptions,
): Soon<UnrolledData> {
  const layer = recurrentLayer(model);
  const { units, activation, recurrentActivation = 'hardSigmoid' } = settingsOf(layer);
  const cell = CELLS[layer.getClassName()]!;
  const [input, answer] = tf.tidy(() => throughModel(model, layer, sequence));
  const [, steps = 0, features = 0] = input.shape as number[];
  checkSteps(steps);
  const weights = layer.getWeights();
  const read = allSoon([...weights, input, answer].map((tensor) => readFloats(tensor)));
  return mapSoon(read, (values) => {
    tf.dispose([input, answer]);
    const [kernel, recurrent, ...rest] = values as Float32Array[];
    const [given, foretold] = rest.slice(-2) as [Float32Array, Float32Array];
    const bias = rest.length > 2 ? rest[0]! : new Float32Array(0);
    const numbers = { kernel, recurrent, bias, features, units } as RecurrentWeights;
    return {
      cell,
      activation,
      units,
      inputs: inputWords(given, steps, features, options.inputs),
      output: outputWords(foretold, options.output),
      traces: unroll(cell, given, numbers, { activation, recurrentActivation }),
    };
  });
}

function recurrentLayer(model: tf.LayersModel): tf.layers.Layer {
  if (!(model instanceof tf.LayersModel)) {
    throw new TypeError('show.unrolled needs a model, for instance one made with tf.sequential.');
  }
  const layer = model.layers.find((one) => Object.hasOwn(CELLS, one.getClassName()));
  if (layer) return layer;
  const kinds = model.layers.map((one) => one.getClassName()).join(', ') || 'no layers';
  throw new TypeError(
    `show.unrolled draws a SimpleRNN, a GRU or an LSTM, but this model has none: ${kinds}.`,
  );
}

type LayerSettings = { units: number; activation: string; recurrentActivation?: string };

/** Names as TensorFlow.js's configuration writes them: `hard_sigmoid` is `hardSigmoid`. */
function settingsOf(layer: tf.layers.Layer): LayerSettings {
  const config = layer.getConfig() as Record<string, unknown>;
  const name = (key: string) =>
    String(config[key] ?? 'linear').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    units: config['units'] as number,
    activation: name('activation'),
    recurrentActivation: name('recurrentActivation'),
  };
}

/** What comes to the layer, `[1, steps, features]`, and what the model answers. */
function throughModel(
  model: tf.LayersModel,
  layer: tf.layers.Layer,
  sequence: Sequence,
): [tf.Tensor, tf.Tensor] {
  const x = asBatch(model, sequence);
  const before = layer.input as tf.SymbolicTensor;
  const isFirst = model.inputs[0]?.id === before.id;
  const input = isFirst
    ? x.clone()
    : (tf.model({ inputs: model.inputs, outputs: before }).predict(x) as tf.Tensor);
  const answer = model.predict(x);
  return [input, (Array.isArray(answer) ? answer[0]! : answer) as tf.Tensor];
}

/** One sequence as a batch of one, in the rank that the model takes. */
function asBatch(model: tf.LayersModel, sequence: Sequence): tf.Tensor {
  const given = sequence instanceof tf.Tensor ? sequence : tf.tensor(sequence as number[]);
  const wanted = model.inputs[0]?.shape ?? [];
  let x = given;
  if (x.rank === wanted.length - 2) x = x.expandDims(-1);
  if (x.rank === wanted.length - 1) x = x.expandDims(0);
  const fits =
    x.rank === wanted.length &&
    x.shape[0] === 1 &&
    wanted.every((size, axis) => axis === 0 || size === null || size === x.shape[axis]);
  if (fits) return x;
  const shape = wanted.slice(1).map((size) => size ?? 'any');
  throw new TypeError(
    `show.unrolled: the model takes a sequence of shape [${shape.join(', ')}], ` +
      `but got [${given.shape.join(', ')}].`,
  );
}

function checkSteps(steps: number): void {
  const remedy = 'Show a shorter sequence.';
  const most = LIMITS.unrolledSteps;
  checkCount('show.unrolled', { count: steps, things: 'steps', most, remedy });
}

function inputWords(
  values: Float32Array,
  steps: number,
  features: number,
  names: readonly string[] | undefined,
): string[] {
  if (names === undefined) {
    const word = (step: number) =>
      features === 1 ? (values[step] ?? NaN).toFixed(2) : `x${step + 1}`;
    return Array.from({ length: steps }, (_, step) => word(step));
  }
  if (names.length !== steps) {
    throw new TypeError(
      `show.unrolled: the sequence has ${steps} steps, but ${names.length} names were given for them.`,
    );
  }
  return Array.from(names, (name) =>
    checkLength('show.unrolled: the name of an input', name, LIMITS.name),
  );
}

/** As the reader says it; else the number, or the largest of several. */
function outputWords(answer: Float32Array, words: string | undefined): string {
  if (words !== undefined) return checkLength('show.unrolled: the output', words, LIMITS.name);
  if (answer.length === 1) return (answer[0] ?? NaN).toFixed(2);
  const largest = answer.indexOf(Math.max(...answer));
  return `class ${largest}: ${(answer[largest] ?? NaN).toFixed(2)}`;
}
