import type { Table } from './data';

/** A point that a person set on a plane. */
export type InputPoint = {
  x: number;
  y: number;
  /** Which of the plane's `labels` it has, counted from 0. */
  label: number;
};

/** A person's own CSV file: the same kind of table that `data` gives, and the file's name. */
export type InputTable = Table & {
  /** The file's name. */
  name: string;
};

/** A person's own image. */
export type InputImage = {
  /** The file's name. */
  name: string;
  /** In pixels. */
  width: number;
  /** In pixels. */
  height: number;
  /**
   * Red, green, blue and opacity of each pixel, from 0 to 255, row by row: `4 * width * height` numbers.
   * `tf.browser.fromPixels({ data: pixels, width, height })` makes a tensor of them.
   */
  pixels: Uint8ClampedArray;
};

export type SliderOptions = {
  /** The lower end; 0 if not said. */
  min?: number;
  /** The upper end; 1 if not said. */
  max?: number;
  /**
   * From one position to the next. If not said: about a hundredth of the way, or 1 between whole numbers at least 10
   * apart. With `scale: 'log'`, the step of the exponent of ten.
   */
  step?: number;
  /** Where it stands at first; the middle if not said. */
  value?: number;
  /** `'log'` for what spans several powers of ten, as learning rates do. `'linear'` if not said. */
  scale?: 'linear' | 'log';
};

export type Input = {
  /**
   * A slider. Declare it with `const` at the top of a cell: other cells read the name as a plain number, cells that
   * only look run again when it moves, and a loop that reads it while it trains sees it move.
   *
   * @param label what it sets, in a few words
   * @param options its ends, its steps, where it stands at first, and its scale
   * @example
   * const rate = input.slider('Learning rate', { min: 0.001, max: 1, value: 0.03, scale: 'log' });
   */
  slider(label: string, options?: SliderOptions): number;

  /**
   * One of several options.
   *
   * @param label what it sets, in a few words
   * @param options what there is to choose from, each a different text
   * @param settings the option that is chosen at first; the first of them if not said
   * @example
   * const activation = input.choice('Activation', ['relu', 'tanh', 'sigmoid']);
   */
  choice<const Option extends string>(
    label: string,
    options: readonly Option[],
    settings?: { value?: NoInfer<Option> },
  ): Option;

  /**
   * A switch: `true` when it is on.
   *
   * @param label what it sets, in a few words
   * @param options how it stands at first; off if not said
   * @example
   * const shuffled = input.toggle('Shuffle', { value: true });
   */
  toggle(label: string, options?: { value?: boolean }): boolean;

  /**
   * A field of text.
   *
   * @param label what it sets, in a few words
   * @param options the text at first, the number of lines (1 if not said), and a hint that stands in the empty field
   * @example
   * const review = input.text('Your review', { lines: 3, value: 'A quiet, lovely film.' });
   */
  text(label: string, options?: { value?: string; lines?: number; placeholder?: string }): string;

  /**
   * A square pad to draw on, with a pointer, a finger or the keyboard.
   *
   * @param label what to draw, in a few words
   * @param options pixels along one side of the drawing; 28 if not said, as in MNIST
   * @returns `size * size` numbers from 0 (empty) to 1 (inked), row by row
   * @example
   * const digit = input.draw('A digit');
   * const image = tf.tensor(digit, [1, 28, 28, 1]);
   */
  draw(label: string, options?: { size?: number }): Float32Array;

  /**
   * A plane to set points on.
   *
   * @param label what the points are, in a few words
   * @param options the ends of the axes (-1 and 1 if not said), the classes that a point may have, the axes' names,
   *   and the points that are there at first
   * @example
   * const points = input.points('Two classes', { labels: ['blue', 'orange'] });
   * const xs = tf.tensor2d(points.map(({ x, y }) => [x, y]), [points.length, 2]);
   */
  points(
    label: string,
    options?: {
      x?: readonly [low: number, high: number];
      y?: readonly [low: number, high: number];
      labels?: readonly string[];
      names?: readonly [x: string, y: string];
      value?: readonly { x: number; y: number; label?: number }[];
    },
  ): InputPoint[];

  /**
   * A CSV file of the person's own, or an image. It stays in this browser. `null` until one is chosen.
   *
   * @param label what to choose, in a few words
   * @param options what kind of file it is; for an image, the longest side in pixels to which it is scaled (224 if not
   *   said)
   * @example
   * const table = input.file('Your table', { accept: 'csv' });
   * if (table) show.table(table);
   */
  file(label: string, options: { accept: 'csv' }): InputTable | null;
  file(label: string, options: { accept: 'image'; side?: number }): InputImage | null;
};
