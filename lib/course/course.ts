import type { Budget } from './types/budget';
import type { Data } from './types/data';
import type { Display } from './types/display';
import type { Input } from './types/input';
import type { Random } from './types/random';
import type { Show } from './types/show';
import type { Watch } from './types/watch';

/**
 * What a reader's cell finds by name, beside `tf` and `console`. The editor takes its types and the
 * comments of these members and of what is in `types/` from here.
 */
export type Course = {
  /**
   * Shows any value below the cell: a number, an object, a tensor, a model.
   *
   * @example
   * display(tf.tensor2d([[1, 2], [3, 4]]), 'weights');
   */
  display: Display;
  /**
   * Shows a table, a text, or a figure.
   *
   * @example
   * show.curve({ loss: [0.9, 0.5, 0.3] });
   */
  show: Show;
  /**
   * Watches a model while it trains.
   *
   * @example
   * await model.fit(xs, ys, { epochs: 50, callbacks: watch(model) });
   */
  watch: Watch;
  /**
   * Ends a training in time, on whatever device it runs.
   *
   * @example
   * await model.fit(xs, ys, { epochs: 12, callbacks: [watch(model), budget({ seconds: 60 })] });
   */
  budget: Budget;
  /**
   * The data sets of the course.
   *
   * @example
   * const pima = await data.pima();
   */
  data: Data;
  /**
   * Sliders, switches, pads to draw on: what a person sets and cells read.
   *
   * @example
   * const rate = input.slider('Learning rate', { min: 0.001, max: 1, value: 0.03, scale: 'log' });
   */
  input: Input;
  /**
   * Chance that repeats: every run of a cell starts from the same seed.
   *
   * @example
   * const order = random.permutation(768);
   */
  random: Random;
};
