import { LIMITS } from '@/lib/protocol';
import { checkCount } from './check-size';
import type { Stack } from './quantize';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { ImagesLike } from './types/show-images';

type Shape = Omit<Stack, 'values'>;

/**
 * Images as numbers, from a tensor or a list of them. A tensor with two axes is one image; with three it is one
 * image where the last axis has one or three channels, else gray images one after another.
 * @throws {TypeError | RangeError} naming the shape, and what to do.
 */
export function readImages(source: ImagesLike, caller: string): Soon<Stack> {
  if (source instanceof tf.Tensor) return readTensor(source, caller);
  if (!Array.isArray(source) && !ArrayBuffer.isView(source)) throw notImages(caller);
  if (typeof source[0] === 'number') return oneSquare(source as ArrayLike<number>, caller);
  const list = source as readonly (tf.Tensor | ArrayLike<number>)[];
  checkMany(list.length, caller);
  return mapSoon(allSoon(list.map((one) => readImages(one, caller))), (stacks) =>
    stackOf(stacks, caller),
  );
}

function notImages(caller: string): TypeError {
  return new TypeError(
    `${caller} needs images: a tensor of shape [images, height, width, 1] or [images, height, width, 3], or a list of images.`,
  );
}

function readTensor(tensor: tf.Tensor, caller: string): Soon<Stack> {
  const shape = shapeOf(tensor.shape, caller);
  checkMany(shape.count, caller);
  const size = { count: tensor.size, things: 'numbers', most: LIMITS.frameNumbers };
  checkCount(caller, { ...size, remedy: 'Take fewer images with slice, or make them smaller.' });
  return mapSoon(readFloats(tensor), (values) => ({ ...shape, values }));
}

function shapeOf(shape: readonly number[], caller: string): Shape {
  const [a = 0, b = 0, c = 0, d = 0] = shape;
  const isColor = (channels: number) => channels === 1 || channels === 3;
  if (shape.length === 2) return { count: 1, height: a, width: b, channels: 1 };
  if (shape.length === 3 && isColor(c)) return { count: 1, height: a, width: b, channels: c };
  if (shape.length === 3) return { count: a, height: b, width: c, channels: 1 };
  if (shape.length === 4 && isColor(d)) return { count: a, height: b, width: c, channels: d };
  const channels =
    shape.length === 4 ? ` Its last axis has ${d} channels; an image has 1 or 3.` : '';
  throw new TypeError(
    `${caller}: the shape [${shape.join(', ')}] is not that of images, [images, height, width, 1 or 3].` +
      `${channels} Take a part with slice, or draw channels side by side with show.featureMaps.`,
  );
}

/** A drawing from a pad, for instance: as many numbers as a square has pixels. */
function oneSquare(values: ArrayLike<number>, caller: string): Stack {
  const side = Math.sqrt(values.length);
  if (!Number.isInteger(side)) {
    throw new TypeError(
      `${caller}: a list of ${values.length} numbers is no square image. Make a tensor of it, with its height and width.`,
    );
  }
  const own = Float32Array.from(values);
  return { count: 1, height: side, width: side, channels: 1, values: own };
}

function stackOf(stacks: readonly Stack[], caller: string): Stack {
  const [first] = stacks;
  if (!first) return { count: 0, height: 0, width: 0, channels: 1, values: new Float32Array(0) };
  const size = ({ height, width, channels }: Stack) => [height, width, channels].join(' x ');
  const odd = stacks.findIndex((stack) => size(stack) !== size(first));
  if (odd > 0) {
    throw new TypeError(
      `${caller}: image ${odd} is ${size(stacks[odd] as Stack)}, but image 0 is ${size(first)}. Give images of one size.`,
    );
  }
  const values = new Float32Array(stacks.reduce((sum, stack) => sum + stack.values.length, 0));
  let at = 0;
  for (const stack of stacks) {
    values.set(stack.values, at);
    at += stack.values.length;
  }
  const count = stacks.reduce((sum, stack) => sum + stack.count, 0);
  checkMany(count, caller);
  return { ...first, count, values };
}

function checkMany(count: number, caller: string): void {
  const remedy = 'Take the first of them with slice.';
  checkCount(caller, { count, things: 'images', most: LIMITS.images, remedy });
}
