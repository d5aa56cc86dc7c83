import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { FigureOptions } from './show';

/** A model, or a function from a batch to a batch. */
export type Player = LayersModel | ((batch: Tensor) => Tensor);

/** Points in the plane: a tensor of shape `[points, 2]`, or pairs. */
export type PointsLike = Tensor | readonly ArrayLike<number>[];

export type Gan2dOptions = FigureOptions & {
  /** From noise to points: `[batch, numbers of noise]` to `[batch, 2]`. */
  generator: Player;
  /** From points to how real they look, 0 to 1: `[batch, 2]` to `[batch, 1]`. */
  discriminator: Player;
  /** Real points; the first 150 are drawn. */
  real: PointsLike;
  /** Noise, the same for all drawings, so that points can be followed: `[points, numbers of noise]`; the first 150 are drawn. */
  latent: PointsLike;
  /** Both axes run from the first number to the second. If not said: around the real points. */
  window?: readonly [number, number];
  /** The discriminator ends without a sigmoid. If not said: true if its last layer is linear. */
  logits?: boolean;
  /** What a step is called; `'step'` if not said. */
  stepName?: string;
};

export type Gan2dWatch = {
  /**
   * Draws both players as they are now.
   *
   * @param step the step that they have reached
   * @param note what has just happened, in a few words
   * @example
   * await view.add(step);
   * await view.add(1.5, 'the generator has moved');
   */
  add(step: number, note?: string): Promise<void>;
};

export type LatentOptions = FigureOptions & {
  /** Images along each side of the square, 2 to 15; 9 if not said. */
  size?: number;
  /** From which to draw the noise of the four corners; 1 if not said. */
  seed?: number;
  /** The noise of the four corners itself, `[4, numbers of noise]`, from the top left as the clock goes. */
  noise?: Tensor;
  /** Names of the four corners, from the top left as the clock goes. */
  corners?: readonly string[];
  /** What the generator gives for paper and for ink. If not said: 0 and 1, or -1 and 1 if it goes below 0. */
  range?: readonly [number, number];
};
