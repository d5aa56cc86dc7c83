import type { Tensor } from '@tensorflow/tfjs-core';
import type { FigureOptions } from './show';

export type HistogramsInput = {
  /** Examples on which the activations are looked at: `[examples, ...]`; the first 512 of them. */
  inputs: Tensor;
  /** What the model should answer for them; with it the gradients of the weights are shown too. */
  targets?: Tensor;
  /** The loss whose gradients are shown: the one that the model was compiled with, if not said. */
  loss?: (targets: Tensor, predictions: Tensor) => Tensor;
};

export type HistogramsOptions = FigureOptions & HistogramsInput;
