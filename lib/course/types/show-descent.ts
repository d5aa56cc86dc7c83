import type { Optimizer, Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { FigureOptions } from './show';

/**
 * A loss of two numbers. It gets both as tensors of one number each, and gives one number as a tensor; only
 * operations of `tf` on the two, so that gradients can pass.
 */
export type LossOfTwo = (x: Tensor, y: Tensor) => Tensor | Scalar;

/** How one path is taken. A function that makes the optimizer is enough. */
export type DescentPath =
  | (() => Optimizer)
  | {
      /** Makes the optimizer; it is disposed of when the path has been taken. */
      optimizer: () => Optimizer;
      /**
       * What the optimizer sees in place of the loss, called anew in every step: the loss on a mini-batch, for instance.
       * The loss itself if not said.
       */
      sees?: LossOfTwo;
    };

export type DescentOptions = FigureOptions & {
  /** The ends of the plane along the first number. */
  x: readonly [low: number, high: number];
  /** The ends of the plane along the second number. */
  y: readonly [low: number, high: number];
  /** Where all paths begin. */
  start: readonly [x: number, y: number];
  /** The paths by their names, each of them taken by TensorFlow.js's own optimizer; six at most. */
  paths: Readonly<Record<string, DescentPath>>;
  /** How many steps each of them takes; 100 if not said, 1,000 at most. */
  steps?: number;
  /** What the two numbers are called; `['x', 'y']` if not said. */
  names?: readonly [x: string, y: string];
};

export type ShowDescent = {
  /**
   * Draws a loss of two numbers as a surface, and the ways that optimizers take down it. In the drawing a reader may
   * start elsewhere, change the learning rates, and add noise.
   *
   * @param loss of two tensors, each of one number; it gives one number as a tensor
   * @param options the plane (`x`, `y`), the `start`, the `paths`, and how many `steps` each takes (100 if not said)
   * @example
   * await show.descent((x, y) => x.square().add(y.square().mul(10)), {
   *   x: [-2, 2],
   *   y: [-1, 1],
   *   start: [-1.8, 0.8],
   *   paths: {
   *     'plain SGD': () => tf.train.sgd(0.08),
   *     momentum: () => tf.train.momentum(0.02, 0.9),
   *   },
   * });
   */
  descent(loss: LossOfTwo, options: DescentOptions): Promise<void>;
};
