import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { mapLayer } from './feature-maps';
import { batchOfOne } from './model-image';
import { FROM_ZERO, OWN, UNIT, endsOf, quantize } from './quantize';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { ImageLike, SaliencyOptions } from './types/show-images';

/**
 * Where in an image the score of each class comes from. The score is what the last layer adds up, before its softmax.
 *
 * Saliency: the size of the score's gradient at each pixel, the largest of its channels (K. Simonyan, A. Vedaldi,
 * A. Zisserman, 2014). Class activation: the maps of a layer, each weighted by the mean of the score's gradient over
 * it, added up and cut off at zero (Grad-CAM: R. R. Selvaraju and others, 2017).
 * @throws {TypeError | RangeError} if the model takes no such image, or is no plain stack of layers.
 */
export function saliencyData(
  model: tf.LayersModel,
  image: ImageLike,
  options: SaliencyOptions = {},
): Soon<FrameData['overlay']> {
  const caller = 'show.saliency';
  batchOfOne(model, image, caller).dispose();
  const depth = model.inputs[0]?.shape[3];
  if (depth !== 1 && depth !== 3) {
    throw new TypeError(`${caller} draws images of 1 or 3 channels, but the model takes ${depth}.`);
  }
  const layers = chainOf(model, caller);
  const mapped = mapLayer(model, options.layer ?? lastConvolution(layers), caller);
  const count = (model.outputs[0]?.shape.at(-1) as number | null) ?? 0;
  const labels = labelsFor(count, options.labels, caller);
  const made = tf.tidy(() => {
    const batch = batchOfOne(model, image, caller);
    const scores = model.predict(batch) as tf.Tensor;
    return { batch, scores, ...heatsOf(layers, layers.indexOf(mapped), batch, count) };
  });
  const [, height = 0, width = 0] = made.batch.shape;
  const sizes = { image: { height, width }, maps: sizeOf(made.activation) };
  const channels = depth;
  const all = allSoon([made.batch, made.scores, made.saliency, made.activation].map(readOne));
  tf.dispose(made);
  return mapSoon(all, (values) => {
    const [pixels, scores, saliency, activation] = values as [Float32Array, Float32Array, Float32Array, Float32Array]; // prettier-ignore
    const [low, high] = endsOf(pixels);
    const spread = low >= 0 && high <= 1 ? UNIT : OWN;
    const heats = (size: { height: number; width: number }, own: Float32Array) =>
      quantize({ count, ...size, channels: 1, values: own }, FROM_ZERO);
    return {
      image: quantize({ count: 1, ...sizes.image, channels, values: pixels }, spread),
      labels,
      scores: scores.slice(),
      methods: [
        { name: 'class activation', heats: heats(sizes.maps, activation) },
        { name: 'saliency', heats: heats(sizes.image, saliency) },
      ],
      chosen: scores.indexOf(Math.max(...scores)),
    };
  });
}

type Layer = tf.layers.Layer;

const readOne = (tensor: tf.Tensor) => readFloats(tensor);

function chainOf(model: tf.LayersModel, caller: string): Layer[] {
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  const isChain = layers.every(
    (layer, at) =>
      !Array.isArray(layer.input) &&
      (at === 0 ? layer.input === model.inputs[0] : layer.input === layers[at - 1]?.output),
  );
  if (isChain) return layers;
  throw new TypeError(
    `${caller} follows a plain stack of layers, as tf.sequential makes; this model branches.`,
  );
}

function lastConvolution(layers: readonly Layer[]): Layer | undefined {
  return layers.filter((layer) => layer.getClassName() === 'Conv2D').at(-1);
}

/** `[classes, height, width]` each, of the image and of the layer's maps. */
export function heatsOf(layers: readonly Layer[], at: number, batch: tf.Tensor, count: number) {
  const maps = layers.slice(0, at + 1).reduce(applied, batch);
  const saliency: tf.Tensor[] = [];
  const activation: tf.Tensor[] = [];
  for (let index = 0; index < count; index++) {
    const onPixels = tf.grad((x: tf.Tensor) => scoreOf(layers, x, index))(batch);
    saliency.push(onPixels.abs().max(3).squeeze([0]));
    const onMaps = tf.grad((x: tf.Tensor) => scoreOf(layers.slice(at + 1), x, index))(maps);
    const weighted = maps.mul(onMaps.mean([1, 2], true)).sum(3);
    activation.push(weighted.relu().squeeze([0]));
  }
  return { saliency: tf.stack(saliency), activation: tf.stack(activation) };
}

const applied = (x: tf.Tensor, layer: Layer) => layer.apply(x) as tf.Tensor;

/** What the last layer adds up for a class, before its activation squeezes it. */
function scoreOf(layers: readonly Layer[], input: tf.Tensor, index: number): tf.Tensor {
  const last = layers[layers.length - 1];
  if (last?.getClassName() !== 'Dense') {
    return layers.reduce(applied, input).slice([0, index], [1, 1]).squeeze();
  }
  const before = layers.slice(0, -1).reduce(applied, input);
  const [kernel, bias] = last.weights;
  const weights = (kernel as tf.LayerVariable).read().slice([0, index], [-1, 1]);
  const score = before.matMul(weights).squeeze();
  return bias ? score.add((bias as tf.LayerVariable).read().slice([index], [1]).squeeze()) : score;
}

function sizeOf({ shape }: tf.Tensor): { height: number; width: number } {
  return { height: shape[1] ?? 0, width: shape[2] ?? 0 };
}

function labelsFor(count: number, labels: readonly string[] | undefined, caller: string): string[] {
  const remedy = 'Draw a network with fewer.';
  checkCount(caller, { count, things: 'classes', most: LIMITS.classes, remedy });
  const names = labels ?? Array.from({ length: count }, (_, at) => String(at));
  if (names.length !== count) {
    throw new TypeError(
      `${caller}: the network has ${count} outputs, but ${names.length} labels were given for them.`,
    );
  }
  return Array.from(names, (label) => checkLength(`${caller}: a label`, label, LIMITS.name));
}
