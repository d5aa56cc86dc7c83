import type { FrameData } from '@/lib/protocol';
import { batchOfOne } from './model-image';
import type { Stack } from './quantize';
import { readFloats } from './read-values';
import { dataOf } from './show-images';
import type { Soon } from './soon';
import { mapSoon } from './soon';
import * as tf from './tf';
import type { FeatureMapsOptions, ImageLike } from './types/show-images';

/**
 * What each channel of a layer makes of an image, as often as wanted.
 * @throws {TypeError} if the model takes no such image, or has no such layer.
 */
export function featureMapsReader(
  model: tf.LayersModel,
  image: ImageLike,
  options: FeatureMapsOptions,
  caller: string,
): () => Soon<FrameData['images']> {
  batchOfOne(model, image, caller).dispose();
  const layer = mapLayer(model, options.layer, caller);
  const upToHere = tf.model({ inputs: model.inputs, outputs: layer.output as tf.SymbolicTensor });
  return () => {
    const maps = tf.tidy(() => {
      const out = upToHere.predict(batchOfOne(model, image, caller)) as tf.Tensor4D;
      return out.transpose([3, 1, 2, 0]);
    });
    const [count = 0, height = 0, width = 0] = maps.shape;
    const read = readFloats(maps);
    maps.dispose();
    return mapSoon(read, (values) => {
      const stack: Stack = { count, height, width, channels: 1, values };
      const ramp = values.some((value) => value < 0) ? 'diverging' : 'magnitude';
      const labels = Array.from({ length: count }, (_, channel) => channel + 1);
      return dataOf(stack, { ramp, labels, ...options }, caller);
    });
  };
}

/** The layer with this name or index; if none is said, the first that makes maps. */
export function mapLayer(
  model: tf.LayersModel,
  which: tf.layers.Layer | string | number | undefined,
  caller: string,
): tf.layers.Layer {
  const { layers } = model;
  const isMap = (layer: tf.layers.Layer) => layer.outputShape.length === 4;
  const layer =
    which === undefined
      ? layers.find((one) => isMap(one) && one.getClassName() !== 'InputLayer')
      : layers.find((one, at) => one === which || one.name === which || at === which);
  if (layer && isMap(layer)) return layer;
  const names = layers.filter(isMap).map((one) => one.name);
  if (names.length === 0) {
    throw new TypeError(
      `${caller}: no layer of this model makes feature maps, [height, width, channels].`,
    );
  }
  const asked = layer ? `${layer.name} makes none` : `there is no layer ${String(which)}`;
  throw new TypeError(`${caller}: ${asked}. Those that make feature maps are ${names.join(', ')}.`);
}
