import {
  float32,
  isBoolean,
  isCount,
  isNull,
  either,
  listOf,
  oneOf,
  shape,
  type Check,
} from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';
import { isPixels, type Pixels } from './pixels';

/** How a window slides over the maps of the layer before. */
export type ConvnetWindow = {
  height: number;
  width: number;
  stride: number;
  dilation: number;
  padding: 'valid' | 'same';
};

/**
 * A layer that makes maps, and what it makes of the image: one image in `maps` for each channel. Of a convolution
 * `kernel` is `[window height, window width, channels before, channels]` and `bias` `[channels]`; else both are empty.
 */
export type ConvnetLayer = {
  name: string;
  kind: 'convolution' | 'max pooling' | 'average pooling' | 'other';
  activation: string;
  maps: Pixels;
  window: ConvnetWindow | null;
  kernel: Float32Array;
  bias: Float32Array;
};

/**
 * The dense layer that gives the outputs, and what goes into it. `kernel` is `[inputs, outputs]`, `bias` `[outputs]`.
 * `ofMaps`: the inputs are the maps of the last layer, flattened from `[height, width, map]`.
 */
export type ConvnetHead = {
  inputs: Float32Array;
  kernel: Float32Array;
  bias: Float32Array;
  activation: string;
  ofMaps: boolean;
};

/** A convolutional network for one image; of the dense layers after the maps all but the last are told by their sizes. */
export type ConvnetData = {
  /** Its channels, each an image. */
  input: Pixels;
  layers: ConvnetLayer[];
  dense: { name: string; units: number }[];
  /** Null where the outputs come from another kind of layer, or from more than `LIMITS.headWeights` weights. */
  head: ConvnetHead | null;
  labels: string[];
  outputs: Float32Array;
  /** The outputs are probabilities, 0 to 1. */
  shares: boolean;
  parameters: number;
};

const windowShape = shape<ConvnetWindow>({
  height: isCount,
  width: isCount,
  stride: isCount,
  dilation: isCount,
  padding: oneOf('valid', 'same'),
});

const layerShape = shape<ConvnetLayer>({
  name: isName,
  kind: oneOf('convolution', 'max pooling', 'average pooling', 'other'),
  activation: isName,
  maps: isPixels,
  window: either(windowShape, isNull),
  kernel: float32,
  bias: float32,
});

const isLayer =
  (before: Pixels): Check<ConvnetLayer> =>
  (value): value is ConvnetLayer => {
    if (!layerShape(value) || value.maps.channels !== 1) return false;
    if (value.kind !== 'convolution') return value.kernel.length === 0 && value.bias.length === 0;
    const { window, maps, kernel, bias } = value;
    if (window === null || window.stride < 1 || window.dilation < 1) return false;
    const area = window.height * window.width;
    return kernel.length === area * before.count * maps.count && bias.length === maps.count;
  };

const headShape = shape<ConvnetHead>({
  inputs: float32,
  kernel: float32,
  bias: float32,
  activation: isName,
  ofMaps: isBoolean,
});

function headFits({ head, layers, labels }: ConvnetData): boolean {
  if (head === null) return true;
  const { inputs, kernel, bias, ofMaps } = head;
  const maps = layers.at(-1)?.maps;
  const flat = maps ? maps.height * maps.width * maps.count : 0;
  return (
    kernel.length <= LIMITS.headWeights &&
    kernel.length === inputs.length * labels.length &&
    bias.length === labels.length &&
    (!ofMaps || inputs.length === flat)
  );
}

const convnetShape = shape<ConvnetData>({
  input: isPixels,
  layers: listOf(layerShape, LIMITS.layers),
  dense: listOf(
    shape<ConvnetData['dense'][number]>({ name: isName, units: isCount }),
    LIMITS.layers,
  ),
  head: either(headShape, isNull),
  labels: listOf(isName, LIMITS.classes),
  outputs: float32,
  shares: isBoolean,
  parameters: isCount,
});

export const isConvnetData: Check<ConvnetData> = (value): value is ConvnetData =>
  convnetShape(value) &&
  value.input.channels === 1 &&
  value.labels.length === value.outputs.length &&
  headFits(value) &&
  value.layers.every((layer, at) => isLayer(value.layers[at - 1]?.maps ?? value.input)(layer));
