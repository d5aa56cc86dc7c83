import type { Tensor } from '@tensorflow/tfjs-core';
import type { FigureOptions } from './show';

/** The activation functions that the course knows by name; `'leaky relu'` has slope 0.1 below zero. */
export type FunctionName =
  | 'linear'
  | 'step'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leaky relu'
  | 'elu'
  | 'gelu'
  | 'swish'
  | 'softplus';

/** Of a number, or of a tensor of any shape, element by element. */
export type DrawnFunction = ((x: number) => number) | ((x: Tensor) => Tensor);

export type FunctionsLike =
  readonly FunctionName[] | Readonly<Record<string, DrawnFunction | FunctionName>>;

export type FunctionsOptions = FigureOptions & {
  /** The ends of x: `[-6, 6]` if not said. */
  range?: readonly [number, number];
  /** The ends of y; if not said, they follow from the functions. */
  y?: readonly [number, number];
};
