import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { FigureOptions } from './show';

export type UnrolledOptions = FigureOptions & {
  /** What goes in at each step, in a word each; the numbers if not said. */
  inputs?: readonly string[];
  /** What comes out at the end, in a few words; the model's answer if not said. */
  output?: string;
};

export type ShowUnrolled = {
  /**
   * Draws a recurrent layer on one sequence, a copy of it for each step: what goes in, the state of every unit, and
   * what comes out. A GRU and an LSTM show their gates, too.
   *
   * @param model a model with a SimpleRNN, a GRU or an LSTM; of several, the first is drawn
   * @param sequence numbers, or a tensor of shape `[steps, features]`
   * @param options words for what goes in and comes out, a title, a caption
   * @example
   * show.unrolled(model, [12.8, 10.6, 11.7, 12.2, 8.9, 4.4, 7.2, 10, 9.4, 6.1], { output: '6.1 °C' });
   */
  unrolled(
    model: LayersModel,
    sequence: Tensor | readonly number[] | readonly (readonly number[])[],
    options?: UnrolledOptions,
  ): void;
};
