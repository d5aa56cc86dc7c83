import * as tf from './tf';
import type { ImageLike } from './types/show-images';

/**
 * One image as the batch of one that the model takes, `[1, height, width, channels]`; the caller disposes of it.
 * @throws {TypeError} if the model takes no images, or this image has another size.
 */
export function batchOfOne(model: tf.LayersModel, image: ImageLike, caller: string): tf.Tensor4D {
  const [height, width, channels] = imageShape(model, caller);
  const size = height * width * channels;
  const given = (image as { size?: number; length?: number } | null) ?? {};
  if ((given.size ?? given.length) !== size) {
    throw new TypeError(
      `${caller}: the model takes images of ${height} x ${width} x ${channels}, but this one ${sizeWords(image)}. ` +
        'Give one image, for instance images.slice(0, 1).',
    );
  }
  const batch: [number, number, number, number] = [1, height, width, channels];
  if (!(image instanceof tf.Tensor)) return tf.tensor4d(Float32Array.from(image), batch);
  return tf.tidy(() => tf.reshape(tf.cast(image, 'float32'), batch));
}

function sizeWords(image: ImageLike): string {
  if (image instanceof tf.Tensor) return `has the shape [${image.shape.join(', ')}]`;
  return `has ${(image as ArrayLike<number> | null)?.length ?? 'no'} numbers`;
}

function imageShape(model: tf.LayersModel, caller: string): [number, number, number] {
  if (!(model instanceof tf.LayersModel)) {
    throw new TypeError(`${caller} needs a model, for instance one made with tf.sequential.`);
  }
  const shape = model.inputs[0]?.shape.slice(1) ?? [];
  if (shape.length === 3 && shape.every((extent) => typeof extent === 'number')) {
    return shape as [number, number, number];
  }
  throw new TypeError(
    `${caller} needs a model that takes images, [height, width, channels], but this one takes [${shape.join(', ')}].`,
  );
}
