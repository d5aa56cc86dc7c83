import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { FigureOptions } from './show';

/** What goes into a computation, by name: numbers, lists of numbers, rows of numbers, or tensors. */
export type GraphInputs = Readonly<
  Record<string, number | readonly number[] | readonly (readonly number[])[] | Tensor>
>;

/** The steps of a computation that are to have a name in the drawing; the last one is the result, one number. */
export type GraphSteps = Readonly<Record<string, Tensor | Scalar>>;

/**
 * A computation with operations of `tf`. It gets what goes in as tensors, by the same names, and gives its result; or
 * several of its steps by name, the result last.
 */
export type GraphFunction<Inputs extends GraphInputs> = (inputs: {
  [Name in keyof Inputs]: Tensor;
}) => Tensor | Scalar | GraphSteps;

export type GraphOptions = FigureOptions;

export type ShowGraph = {
  /**
   * Draws a computation as a graph, with TensorFlow.js's own values on the way forward and gradients on the way back.
   *
   * @param compute the computation, with operations of `tf`; it gives its result, one number, or several steps by name,
   *   the result last
   * @param inputs what goes in, by name: numbers, lists of numbers, or tensors
   * @param options a title, a caption
   * @example
   * await show.graph(
   *   ({ w, x, b }) => {
   *     const z = w.mul(x).add(b);
   *     const loss = z.sub(1).square();
   *     return { z, loss };
   *   },
   *   { w: 0.5, x: 3, b: -1 },
   * );
   */
  graph<Inputs extends GraphInputs>(
    compute: GraphFunction<Inputs>,
    inputs: Inputs,
    options?: GraphOptions,
  ): Promise<void>;
};
