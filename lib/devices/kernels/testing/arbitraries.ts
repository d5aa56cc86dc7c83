import * as fc from 'fast-check';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape4D } from '../geometry';
import type { Input } from './on-both';

/** Floats between -2 and 2, the same for the same seed. */
export function floats(shape: number[], seed: number): Input {
  // Numerical Recipes' linear congruential generator.
  let state = seed >>> 0;
  const values = Array.from({ length: tf.util.sizeFromShape(shape) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * 4 - 2;
  });
  return { shape, values };
}

export const seeds = fc.integer({ min: 0, max: 2 ** 31 });

/** A size that is now and then a multiple of four, and beyond one block. */
export const sizes = (min: number, max: number) => fc.integer({ min, max });

const pads = fc.oneof(
  fc.constantFrom('same' as const, 'valid' as const),
  fc.integer({ min: 0, max: 2 }),
);

/** A convolution or pooling whose filter fits into its input. */
export const convolutions = fc
  .record({
    batch: sizes(1, 3),
    height: sizes(3, 9),
    width: sizes(3, 9),
    inChannels: sizes(1, 6),
    outChannels: sizes(1, 10),
    filterHeight: sizes(1, 3),
    filterWidth: sizes(1, 3),
    strideHeight: sizes(1, 3),
    strideWidth: sizes(1, 3),
    pad: pads,
    seed: seeds,
  })
  .map((c) => ({
    ...c,
    strides: [c.strideHeight, c.strideWidth] as [number, number],
    x: [c.batch, c.height, c.width, c.inChannels] as Shape4D,
    filter: [c.filterHeight, c.filterWidth, c.inChannels, c.outChannels] as Shape4D,
  }));

export type Convolution = typeof convolutions extends fc.Arbitrary<infer T> ? T : never;

/** Explicit paddings as TensorFlow.js takes them. */
export const explicitPads = fc
  .tuple(sizes(0, 2), sizes(0, 2), sizes(0, 2), sizes(0, 2))
  .map(([top, bottom, left, right]): tf.backend_util.ExplicitPadding => [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
