import type { ConvnetHead, ConvnetLayer, ConvnetWindow, FrameData } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { headOf, readHead } from './convnet-head';
import { batchOfOne } from './model-image';
import { FROM_ZERO, OWN, UNIT, AROUND_ZERO, quantize, type Stack } from './quantize';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { ConvnetOptions, ImageLike } from './types/show-images';

type Layer = tf.layers.Layer;

/**
 * A convolutional network for one image, as often as wanted: the maps of each layer, the kernels, the outputs.
 * @throws {TypeError | RangeError} if the model takes no such image, makes no maps, or names don't fit.
 */
export function convnetReader(
  model: tf.LayersModel,
  image: ImageLike,
  options: ConvnetOptions,
  caller: string,
): () => Soon<FrameData['convnet']> {
  batchOfOne(model, image, caller).dispose();
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  const drawn = layers.filter((layer) => isMap(layer) && !isSilent(layer));
  checkDrawn(drawn, caller);
  const loud = layers.filter((layer) => !isSilent(layer));
  const head = headOf(loud, isMap);
  const ends = [head?.input ?? [], model.outputs[0]].flat();
  const outputs = [...drawn.map((layer) => layer.output), ...ends] as tf.SymbolicTensor[];
  const probe = tf.model({ inputs: model.inputs, outputs });
  const units = (model.outputs[0]?.shape.at(-1) as number | null) ?? 0;
  const labels = labelsFor(units, options.labels, caller);
  const dense = loud
    .filter((layer) => !isMap(layer))
    .map((layer) => ({
      name: layer.name,
      units: (layer.outputShape.at(-1) as number | null) ?? 0,
    }));
  return () => {
    const made = tf.tidy(() => {
      const batch = batchOfOne(model, image, caller);
      const all = [probe.predict(batch)].flat() as tf.Tensor[];
      const maps = [batch, ...all.slice(0, drawn.length)];
      const stacks = maps.map((tensor) => tensor.transpose([3, 1, 2, 0]));
      return [all[all.length - 1] as tf.Tensor, all[drawn.length] as tf.Tensor, ...stacks];
    });
    const [last, entering, ...maps] = made as [tf.Tensor, tf.Tensor, ...tf.Tensor[]];
    const read = {
      maps: allSoon(maps.map(stackSoon)),
      outputs: readFloats(last),
      head: head && readHead(head, entering),
    };
    tf.dispose(made);
    const weights = allSoon(drawn.map(readWeights));
    return mapSoon(allSoon<unknown>([read.maps, read.outputs, weights, read.head]), (all) => {
      const [[input, ...maps], out, own, ending] = all as Read;
      return {
        input: quantize(input as Stack, isUnit(input as Stack) ? UNIT : OWN),
        layers: drawn.map((layer, at) => layerData(layer, maps[at] as Stack, own[at] as Weights)),
        dense: dense.map((one) => ({ ...one })),
        head: ending,
        labels: [...labels],
        outputs: out.slice(),
        shares: out.every((value) => value >= 0 && value <= 1),
        parameters: model.countParams(),
      };
    });
  };
}

const isMap = (layer: Layer) => layer.outputShape.length === 4;
/** Layers that do nothing once a model is trained. */
const isSilent = (layer: Layer) => /Dropout|GaussianNoise/.test(layer.getClassName());

function checkDrawn(drawn: readonly Layer[], caller: string): void {
  if (drawn.length === 0) {
    throw new TypeError(
      `${caller}: no layer of this model makes feature maps, [height, width, channels].`,
    );
  }
  for (const layer of drawn) {
    const count = layer.outputShape.at(-1) as number;
    const remedy = 'Draw some of them with show.featureMaps.';
    checkCount(caller, {
      count,
      things: `maps of ${layer.name}`,
      most: LIMITS.convnetMaps,
      remedy,
    });
  }
}

function stackSoon(tensor: tf.Tensor): Soon<Stack> {
  const [count = 0, height = 0, width = 0] = tensor.shape;
  return mapSoon(readFloats(tensor), (values) => ({ count, height, width, channels: 1, values }));
}

const isUnit = ({ values }: Stack) => values.every((value) => value >= 0 && value <= 1);

type Read = [Stack[], Float32Array, Weights[], ConvnetHead | null];
type Weights = { kernel: Float32Array; bias: Float32Array };
const NONE = new Float32Array(0);

function readWeights(layer: Layer): Soon<Weights> {
  if (kindOf(layer) !== 'convolution') return { kernel: NONE, bias: NONE };
  const [kernel, bias] = layer.weights;
  const filters = kernel?.shape.at(-1) ?? 0;
  const read = allSoon<Float32Array>([
    kernel ? readFloats(kernel.read()) : NONE,
    bias ? readFloats(bias.read()) : new Float32Array(filters),
  ]);
  return mapSoon(read, ([values = NONE, biases = NONE]) => ({ kernel: values, bias: biases }));
}

function layerData(layer: Layer, maps: Stack, { kernel, bias }: Weights): ConvnetLayer {
  const kind = kindOf(layer);
  const activation = String(layer.getConfig()['activation'] ?? 'linear');
  const spread = maps.values.some((value) => value < 0) ? AROUND_ZERO : FROM_ZERO;
  return {
    name: checkLength('The name of a layer', layer.name, LIMITS.name),
    kind,
    activation: kind === 'convolution' ? activation : '',
    maps: quantize(maps, spread),
    window: windowOf(layer, kind),
    // Copies, since a frame gives its memory away.
    kernel: kernel.slice(),
    bias: bias.slice(),
  };
}

function kindOf(layer: Layer): ConvnetLayer['kind'] {
  switch (layer.getClassName()) {
    case 'Conv2D':
      return isEven(layer) ? 'convolution' : 'other';
    case 'MaxPooling2D':
      return isEven(layer) ? 'max pooling' : 'other';
    case 'AveragePooling2D':
      return isEven(layer) ? 'average pooling' : 'other';
    default:
      return 'other';
  }
}

type Config = Record<string, unknown>;
const pairOf = (value: unknown): number[] => [value, value].flat().slice(0, 2).map(Number);

/** The stepper knows one stride for both axes, and images with their channels last. */
function isEven(layer: Layer): boolean {
  const config = layer.getConfig() as Config;
  const [down, across] = pairOf(config['strides'] ?? 1);
  const [dilation, other] = pairOf(config['dilationRate'] ?? 1);
  return down === across && dilation === other && config['dataFormat'] !== 'channelsFirst';
}

function windowOf(layer: Layer, kind: ConvnetLayer['kind']): ConvnetWindow | null {
  if (kind === 'other') return null;
  const config = layer.getConfig() as Config;
  const [height = 1, width = 1] = pairOf(config['kernelSize'] ?? config['poolSize']);
  return {
    height,
    width,
    stride: pairOf(config['strides'])[0] ?? 1,
    dilation: pairOf(config['dilationRate'] ?? 1)[0] ?? 1,
    padding: config['padding'] === 'same' ? 'same' : 'valid',
  };
}

function labelsFor(count: number, labels: readonly string[] | undefined, caller: string): string[] {
  const remedy = 'Draw a network with fewer.';
  checkCount(caller, { count, things: 'outputs', most: LIMITS.classes, remedy });
  if (labels === undefined) return Array.from({ length: count }, (_, at) => String(at));
  if (labels.length !== count) {
    throw new TypeError(
      `${caller}: the network has ${count} outputs, but ${labels.length} labels were given for them.`,
    );
  }
  return Array.from(labels, (label) => checkLength(`${caller}: a label`, label, LIMITS.name));
}
