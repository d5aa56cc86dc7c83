import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkLength } from './check-size';
import { noiseSquare } from './noise-square';
import { readFloats } from './read-values';
import { mapSoon, type Soon } from './soon';
import * as tf from './tf';
import type { LatentOptions, Player } from './types/gan';

type LatentData = FrameData['latent'];

const SIZE = 9;
const MOST = 15;

/**
 * What `show.latent` draws.
 * @throws {TypeError | RangeError} if the generator is none, gives no images, or the options don't fit.
 */
export function latentData(generator: Player, options: LatentOptions = {}): Soon<LatentData> {
  const size = options.size ?? SIZE;
  if (!Number.isInteger(size) || size < 2 || size > MOST) {
    throw new RangeError(`show.latent: size is a whole number from 2 to ${MOST}, but got ${size}.`);
  }
  const corners = (options.corners ?? []).map((name) =>
    checkLength('show.latent: the name of a corner', name, LIMITS.name),
  );
  if (corners.length !== 0 && corners.length !== 4) {
    throw new TypeError(`show.latent: a square has 4 corners, but got ${corners.length} names.`);
  }
  const made: { shape?: [number, number]; read?: Soon<Float32Array> } = {};
  tf.tidy(() => {
    const noise = noiseSquare(generator, size, options);
    const images = generator instanceof tf.LayersModel ? generator.apply(noise) : generator(noise);
    made.shape = imageShape(images, size * size);
    made.read = readFloats(images as tf.Tensor);
  });
  const [height, width] = made.shape!;
  return mapSoon(made.read!, (read) => ({
    size,
    height,
    width,
    levels: toLevels(read, options.range ?? rangeOf(read)),
    corners,
  }));
}

/** Height and width; of a flat image that is square, its root. */
function imageShape(images: unknown, count: number): [number, number] {
  const shape = images instanceof tf.Tensor ? images.shape : [];
  const [batch, ...each] = shape;
  const root = Math.sqrt(each[0] ?? 0);
  if (batch === count) {
    if (each.length === 1 && Number.isInteger(root)) return [root, root];
    if (each.length === 2 || (each.length === 3 && each[2] === 1)) return [each[0]!, each[1]!];
  }
  throw new TypeError(
    `show.latent: the generator has to give grey images, [batch, height, width, 1] or [batch, pixels] where they are ` +
      `square, but gave [${shape.join(', ')}].`,
  );
}

/** What a tanh gives goes below zero. */
function rangeOf(values: Float32Array): [number, number] {
  return values.some((value) => value < -0.01) ? [-1, 1] : [0, 1];
}

function toLevels(values: Float32Array, [low, high]: readonly [number, number]): Uint8Array {
  return Uint8Array.from(values, (value) =>
    Math.round(255 * Math.min(1, Math.max(0, (value - low) / (high - low)))),
  );
}
