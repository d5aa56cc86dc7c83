import type { Tensor } from '@tensorflow/tfjs-core';
import type { FigureOptions } from './show';

export type SurfaceOptions = FigureOptions & {
  /**
   * Examples to draw on the plane. When this is what `input.points` gave, pressing the plane adds a point to that
   * control, and the cells that read it follow.
   */
  points?: readonly { x: number; y: number; label?: number }[];
  /** The ends of the axis to the right. If not said: those of the control, or around the points, or -1 and 1. */
  x?: readonly [low: number, high: number];
  /** The ends of the axis upwards. */
  y?: readonly [low: number, high: number];
  /** The names of the axes, with their units. */
  names?: readonly [x: string, y: string];
  /** The names of the classes, in the order of the points' labels. */
  labels?: readonly string[];
  /** Of a model with more than two inputs: the indices of the two along the axes. */
  plane?: readonly [x: number, y: number];
  /** Of a model with more than two inputs: an example that gives the others; all 0 if not said. */
  at?: Tensor | ArrayLike<number>;
};
