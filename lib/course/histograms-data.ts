import type { FrameData } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { checkCount } from './check-size';
import { distributionOf } from './distribution';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { HistogramsInput } from './types/histograms';
import { unitHealth } from './unit-health';
import { kernelOf, weightedLayers, type WeightedLayer } from './weighted-layers';

type HistogramsData = FrameData['histograms'];
type Loss = (targets: tf.Tensor, predictions: tf.Tensor) => tf.Tensor;

export type HistogramsReader = { read(): Soon<HistogramsData> };

/** Examples that are looked at: enough for a share to a percent or two. */
const EXAMPLES = 512;

/**
 * Prepares histograms of a model's layers on given examples.
 * @param caller what the reader called, for errors
 * @throws {TypeError} if there is no model or layer, or inputs and targets don't fit.
 */
export function histogramsReader(
  model: tf.LayersModel,
  given: HistogramsInput,
  caller: string,
): HistogramsReader {
  if (!(model instanceof tf.LayersModel)) {
    throw new TypeError(`${caller} needs a model, for instance one made with tf.sequential.`);
  }
  const layers = weightedLayers(model);
  if (layers.length === 0) {
    throw new TypeError(`${caller}: the model has no layer with weights. Give it a dense layer.`);
  }
  const remedy = 'Draw a smaller model.';
  checkCount(caller, { count: layers.length, things: 'layers', most: LIMITS.layers, remedy });
  const loss = lossOf(model, given, caller);
  checkExamples(given, caller);
  const outputs = tf.model({ inputs: model.inputs, outputs: layers.map(({ output }) => output) });
  return { read: () => readAll(model, outputs, layers, given, loss) };
}

function checkExamples({ inputs, targets }: HistogramsInput, caller: string): void {
  if (!(inputs instanceof tf.Tensor)) {
    throw new TypeError(
      `${caller} needs examples to look at: { inputs: a tensor [examples, ...] }.`,
    );
  }
  if (targets === undefined) return;
  if (targets instanceof tf.Tensor && targets.shape[0] === inputs.shape[0]) return;
  const got = targets instanceof tf.Tensor ? `[${targets.shape.join(', ')}]` : 'no tensor';
  throw new TypeError(
    `${caller}: targets must have one row for each of the ${inputs.shape[0]} examples of inputs, but got ${got}.`,
  );
}

/** The reader's, else the one that the model was compiled with; null where no gradients are asked for. */
function lossOf(model: tf.LayersModel, given: HistogramsInput, caller: string): Loss | null {
  if (given.targets === undefined) return null;
  if (typeof given.loss === 'function') return given.loss;
  // A sequential model keeps what it was compiled with in a model within.
  const within = (model as unknown as { model?: tf.LayersModel }).model;
  const [compiled] = within?.lossFunctions ?? model.lossFunctions ?? [];
  if (compiled) return compiled;
  throw new TypeError(
    `${caller}: gradients need a loss. Compile the model first, or give one: { loss: (targets, predictions) => … }.`,
  );
}

function readAll(
  model: tf.LayersModel,
  outputs: tf.LayersModel,
  layers: readonly WeightedLayer[],
  given: HistogramsInput,
  loss: Loss | null,
): Soon<HistogramsData> {
  const examples = Math.min(EXAMPLES, given.inputs.shape[0] ?? 0);
  const { activations, gradients } = tf.tidy(() => {
    const inputs = firstOf(given.inputs, examples);
    const given_ = outputs.apply(inputs) as tf.Tensor | tf.Tensor[];
    const values = Array.isArray(given_) ? given_ : [given_];
    const targets = given.targets && firstOf(given.targets, examples);
    return {
      activations: values,
      gradients: targets && loss ? kernelGradients(model, layers, { inputs, targets, loss }) : [],
    };
  });
  const read = allSoon(layers.map((layer, i) => readLayer(layer, activations[i], gradients[i])));
  tf.dispose([activations, gradients]);
  return mapSoon(read, (all) => ({ examples, layers: all }));
}

const firstOf = (tensor: tf.Tensor, examples: number) => tensor.slice([0], [examples]);

/** Of the mean loss over the examples, by each layer's kernel; zeros where it doesn't depend on it. */
function kernelGradients(
  model: tf.LayersModel,
  layers: readonly WeightedLayer[],
  { inputs, targets, loss }: { inputs: tf.Tensor; targets: tf.Tensor; loss: Loss },
): tf.Tensor[] {
  const kernels = layers.map(({ layer }) => kernelOf(layer)?.read() as tf.Variable);
  const { grads } = tf.variableGrads(
    () => tf.mean(loss(targets, model.apply(inputs) as tf.Tensor)) as tf.Scalar,
    kernels,
  );
  return kernels.map((kernel) => grads[kernel.name] ?? tf.zerosLike(kernel));
}

function readLayer(
  { name, activation, layer }: WeightedLayer,
  output: tf.Tensor | undefined,
  gradient: tf.Tensor | undefined,
): Soon<HistogramsData['layers'][number]> {
  const units = output?.shape.at(-1) ?? 0;
  const tensors = [output, kernelOf(layer)?.read(), gradient];
  const read = allSoon(
    tensors.map((tensor) => (tensor ? readFloats(tensor) : new Float32Array(0))),
  );
  return mapSoon(read, ([values, weights, slopes]) => ({
    name,
    activation,
    units,
    ...unitHealth(values as Float32Array, units, activation),
    activations: [distributionOf(values as Float32Array)],
    weights: [distributionOf(weights as Float32Array)],
    gradients: slopes && slopes.length > 0 ? [distributionOf(slopes)] : [],
  }));
}
