import type { Tensor } from '@tensorflow/tfjs-core';
import type { FigureOptions } from './show';

/** The logits of one answer, `[labels]`, or of several, `[positions, labels]`. */
export type LogitsLike = Tensor | ArrayLike<number> | readonly ArrayLike<number>[];

export type ProbabilitiesOptions = FigureOptions & {
  /** What is chosen among, in order: classes, or the characters of a vocabulary. */
  labels?: readonly string[];
  /** What stands before each answer, as the characters of a text; a text is taken character by character. */
  text?: string | readonly string[];
  /** For each position the index of the label that came. */
  chosen?: ArrayLike<number>;
  /** Offer top-k and top-p as well as the temperature. If not said: when there is a text. */
  sampling?: boolean;
};
