import type { FrameData } from '@/lib/protocol';
import type { Stack } from './quantize';
import { readFloats } from './read-values';
import { dataOf } from './show-images';
import type { Soon } from './soon';
import { mapSoon } from './soon';
import * as tf from './tf';
import type { FiltersOptions } from './types/show-images';

/**
 * The kernels of a convolution, as often as wanted: one image a filter where it looks at one channel or at three
 * colours, else a row for each filter with a column for each channel that it looks at.
 * @throws {TypeError} if the layer is no 2-D convolution, or has no weights yet.
 */
export function filtersReader(
  layer: tf.layers.Layer,
  options: FiltersOptions,
  caller: string,
): () => Soon<FrameData['images']> {
  const [height, width, inputs, filters] = kernelShape(layer, caller);
  const channel = checkedChannel(options.channel, inputs, caller);
  const shown = channel === undefined ? inputs : 1;
  const isColor = shown === 3;
  const images = isColor ? filters : filters * shown;
  const size = { count: images, height, width, channels: isColor ? 3 : 1 };
  const labels = Array.from({ length: images }, (_, image) =>
    isColor || shown === 1
      ? `${image + 1}`
      : `${Math.floor(image / shown) + 1}·${(image % shown) + 1}`,
  );
  const columns = options.columns ?? (isColor || shown === 1 ? undefined : shown);
  const own = { labels, ...(columns === undefined ? {} : { columns }) };
  return () =>
    mapSoon(readFloats(kernelOf(layer)), (values) => {
      const stack: Stack = {
        ...size,
        values: arranged(values, { inputs, filters, channel, isColor }),
      };
      return dataOf(
        stack,
        isColor ? { ...own, scale: 'each' } : { ...own, ramp: 'diverging' },
        caller,
      );
    });
}

type Arrangement = {
  inputs: number;
  filters: number;
  channel: number | undefined;
  isColor: boolean;
};

/** From `[height, width, inputs, filters]` to one image after another. */
function arranged(values: Float32Array, { inputs, filters, channel, isColor }: Arrangement) {
  const area = values.length / (inputs * filters);
  const channels = channel === undefined ? Array.from({ length: inputs }, (_, i) => i) : [channel];
  const out = new Float32Array(area * channels.length * filters);
  let to = 0;
  const put = (pixel: number, input: number, filter: number) => {
    out[to++] = values[(pixel * inputs + input) * filters + filter] ?? NaN;
  };
  for (let filter = 0; filter < filters; filter++) {
    if (isColor) {
      for (let pixel = 0; pixel < area; pixel++)
        for (const input of channels) put(pixel, input, filter);
    } else {
      for (const input of channels)
        for (let pixel = 0; pixel < area; pixel++) put(pixel, input, filter);
    }
  }
  return out;
}

function kernelOf(layer: tf.layers.Layer): tf.Tensor {
  return (layer.weights[0] as (typeof layer.weights)[number]).read();
}

export function kernelShape(layer: unknown, caller: string): [number, number, number, number] {
  if (!(layer instanceof tf.layers.Layer)) {
    throw new TypeError(`${caller} needs a layer, for instance model.layers[0].`);
  }
  if (layer.getClassName() !== 'Conv2D') {
    throw new TypeError(
      `${caller} draws the filters of a conv2d layer, but this is ${layer.name} (${layer.getClassName()}).`,
    );
  }
  const shape = layer.weights[0]?.shape as [number, number, number, number] | undefined;
  if (shape) return shape;
  throw new TypeError(
    `${caller}: the layer has no weights yet. Give the model's first layer an inputShape.`,
  );
}

function checkedChannel(channel: number | undefined, inputs: number, caller: string) {
  if (channel === undefined || (Number.isInteger(channel) && channel >= 0 && channel < inputs)) {
    return channel;
  }
  throw new RangeError(
    `${caller}: the layer looks at ${inputs} channels, 0 to ${inputs - 1}, but channel is ${channel}.`,
  );
}

/** TensorFlow.js's own names (`conv2d_Conv2D1`) say nothing. */
export const filtersTitle = ({ name }: tf.layers.Layer) =>
  /_[A-Z]\w*\d+$/.test(name) ? 'Filters' : `Filters of ${name}`;
