import type { FigureOptions } from './show';

/** `[x, y]`, or `[x, y, low, high]` where it is known how far y spreads. */
export type LinePoint = readonly [x: number, y: number, low?: number, high?: number];

/** For each name its points, or only their y, which then stand at 1, 2, 3, ... */
export type LinesLike = Readonly<
  Record<string, ArrayLike<number> | ArrayLike<LinePoint> | ArrayLike<readonly number[]>>
>;

export type LinesOptions = FigureOptions & {
  /** What x is, with its unit: `'x'` if not said. */
  x?: string;
  /** What y is, with its unit: `'y'` if not said. */
  y?: string;
  /** A logarithmic x axis, for numbers that grow by factors. */
  logX?: boolean;
  /** A logarithmic y axis; the reader can choose it too. */
  logY?: boolean;
};
