import type { Tensor } from '@tensorflow/tfjs-core';
import type { FigureOptions } from './show';

/** Numbers over time by name: lists or tensors, all equally long. `NaN` is a gap. */
export type SeriesLike = Readonly<Record<string, ArrayLike<number> | Tensor>>;

export type ShowSeries = {
  /**
   * Draws numbers over time, and how far forecasts are off.
   *
   * @param lines the measurement first, then a forecast of it, then baselines to hold it against; up to four lines
   * @param options what the points in time are called, the unit of the values, a title, a caption
   * @example
   * show.series(
   *   { measured: [12, 14, 11], forecast: [12.5, 13, 12], 'like the day before': [11, 12, 14] },
   *   { times: ['Monday', 'Tuesday', 'Wednesday'], unit: '°C' },
   * );
   */
  series(
    lines: SeriesLike,
    options?: FigureOptions & { times?: readonly (string | number)[]; unit?: string },
  ): void;
};
