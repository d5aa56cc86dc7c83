import * as tf from './tf';
import type { LatentOptions, Player } from './types/gan';

/**
 * Noise between four corners, `[size * size, numbers]`, row by row from the top left. Between draws of a normal
 * distribution a straight line leads through places nearer to the middle than any draw would be, where a generator has
 * never been trained; so the length of what is between is that between the lengths.
 */
export function noiseSquare(generator: Player, size: number, options: LatentOptions): tf.Tensor2D {
  const [topLeft, topRight, bottomRight, bottomLeft] = tf.split(cornersOf(generator, options), 4);
  const rows = Array.from({ length: size }, (_, row) => {
    const down = row / (size - 1);
    const left = between(topLeft!, bottomLeft!, down);
    const right = between(topRight!, bottomRight!, down);
    return Array.from({ length: size }, (_, column) => between(left, right, column / (size - 1)));
  });
  return tf.concat(rows.flat()) as tf.Tensor2D;
}

function between(from: tf.Tensor, to: tf.Tensor, share: number): tf.Tensor {
  const mixed = tf.add(tf.mul(from, 1 - share), tf.mul(to, share));
  const length = tf.add(tf.mul(tf.norm(from), 1 - share), tf.mul(tf.norm(to), share));
  return tf.mul(mixed, tf.div(length, tf.maximum(tf.norm(mixed), 1e-6)));
}

function cornersOf(generator: Player, { noise, seed = 1 }: LatentOptions): tf.Tensor {
  if (noise !== undefined) {
    if (noise instanceof tf.Tensor && noise.rank === 2 && noise.shape[0] === 4) return noise;
    throw new TypeError(
      'show.latent: noise is a tensor of shape [4, numbers of noise], one row for each corner of the square.',
    );
  }
  const numbers = generator instanceof tf.LayersModel ? generator.inputs[0]?.shape[1] : undefined;
  if (typeof numbers === 'number') return tf.randomNormal([4, numbers], 0, 1, 'float32', seed);
  throw new TypeError(
    'show.latent needs a generator: a model that takes noise of shape [batch, numbers], or a function and the noise ' +
      'of the four corners, as in { noise: tf.randomNormal([4, 32]) }.',
  );
}
