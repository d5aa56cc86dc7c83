import type { Tensor } from '@tensorflow/tfjs-core';
import type { History, LayersModel } from '@tensorflow/tfjs-layers';
import type { ShowDescent } from './show-descent';
import type { ShowGraph } from './show-graph';
import type { LinesLike, LinesOptions } from './lines';
import type { ImagesLike, ShowImages } from './show-images';
import type { ShowSeries } from './show-series';
import type { ShowUnrolled } from './show-unrolled';
import type { SurfaceOptions } from './surface';
import type { FunctionsLike, FunctionsOptions } from './functions';
import type { HistogramsOptions } from './histograms';
import type { LogitsLike, ProbabilitiesOptions } from './probabilities';
import type { LatentOptions, Player } from './gan';

/** Numbers that are class indices (0, 1, 2, ...), or yes and no. */
export type Classes = Tensor | ArrayLike<number> | ArrayLike<boolean>;

/** A matrix: a tensor of shape `[rows, columns]`, or rows of numbers. */
export type MatrixLike = Tensor | readonly ArrayLike<number>[];

/** Rows as objects, or columns by name. */
export type TableLike =
  | readonly object[]
  | Readonly<Record<string, ArrayLike<unknown>>>
  | { columns: readonly string[]; rows: readonly object[] };

/** What every figure can be told. */
export type FigureOptions = {
  /** What the figure shows, in a few words. */
  title?: string;
  /** What to notice. */
  caption?: string;
};

export type Show = ShowBasics & ShowDescent & ShowGraph & ShowImages & ShowSeries & ShowUnrolled;

type ShowBasics = {
  /**
   * Shows rows and columns. It takes rows as objects, or columns by name, or a table of `data`.
   *
   * @param rows what to show; the first 200 rows appear
   * @param options a caption
   * @example
   * show.table([{ model: 'network', accuracy: 0.76 }, { model: 'baseline', accuracy: 0.65 }]);
   * show.table({ x: [1, 2, 3], square: [1, 4, 9] }, { caption: 'Squares' });
   */
  table(rows: TableLike, options?: { caption?: string }): void;

  /**
   * Shows a paragraph of text.
   *
   * @example
   * show.text(`The test accuracy is ${accuracy.toFixed(3)}.`);
   */
  text(text: string): void;

  /**
   * Draws a matrix as a heat map.
   *
   * @param values a tensor of shape `[rows, columns]`, or rows of numbers; one row if it has one dimension
   * @param options title, caption, names of the rows and columns, and the scale: `'diverging'` from
   *   blue through white to orange around zero (the default when a number is negative), or
   *   `'magnitude'` from dark to light
   * @example
   * show.matrix([[1, 0.47], [0.47, 1]], { title: 'Correlation', columns: ['glucose', 'age'] });
   */
  matrix(
    values: MatrixLike | ArrayLike<number>,
    options?: FigureOptions & {
      rows?: readonly string[];
      columns?: readonly string[];
      scale?: 'diverging' | 'magnitude';
    },
  ): void;

  /**
   * Draws a confusion matrix: how often each class was taken for which.
   *
   * @param actual the true classes, as indices
   * @param predicted the model's classes, as indices, in the same order
   * @param options the classes' names in the order of their indices, images of the cases, a title, a caption
   * @example
   * show.confusion([0, 1, 1, 0], [0, 1, 0, 0], { labels: ['negative', 'positive'] });
   */
  confusion(
    actual: Classes,
    predicted: Classes,
    options?: FigureOptions & {
      labels?: readonly string[];
      /** An image of each case, in the same order; pressing a cell shows some of its cases. */
      examples?: ImagesLike;
    },
  ): void;

  /**
   * Draws the dense layers of a model with their weights as edges.
   *
   * @param model a model with at least one dense layer; other layers are named, not drawn
   * @param options names of the inputs and outputs, a title, a caption
   * @example
   * show.network(model, { inputs: ['glucose', 'age'], outputs: ['diabetes'] });
   */
  network(model: LayersModel, options?: NetworkOptions): void;

  /**
   * Draws a model's answers over a plane of two inputs, with the points on it. Of a small network every unit is a
   * picture of what it gives over the plane, and every weight can be picked out and changed to see what would follow.
   *
   * @param model a model that takes two numbers, or more of which `plane` names two
   * @param options the points, the ends and names of the axes, the names of the classes, a title, a caption
   * @example
   * const points = input.points('Two classes', { labels: ['blue', 'orange'] });
   * show.surface(model, { points });
   */
  surface(model: LayersModel, options?: SurfaceOptions): void;

  /**
   * Draws what a generator of images makes of the noise between four corners, and lets the reader walk through it.
   *
   * @param generator a model from noise, `[batch, numbers]`, to grey images, `[batch, pixels]` or
   *   `[batch, height, width, 1]`; or a function, together with the noise of the corners
   * @param options how many images along a side, the seed or the noise of the corners, their names, a title
   * @example
   * show.latent(await data.generator('digits'), { size: 9, seed: 3 });
   */
  latent(generator: Player, options?: LatentOptions): void;

  /**
   * Draws numbers over steps, for instance the history that `fit` returned.
   *
   * @param points a list of numbers for each name, all equally long, or a history
   * @param options a title, a caption, what a step is called (`'epoch'` if not said), and `marks`: words by the step at
   *   which they stand
   * @example
   * const history = await model.fit(xs, ys, { epochs: 20 });
   * show.curve(history, { marks: { 12: 'rate halved' } });
   * show.curve({ loss: [0.9, 0.5, 0.3] }, { stepName: 'step' });
   */
  curve(
    points: Readonly<Record<string, ArrayLike<number>>> | History,
    options?: FigureOptions & { stepName?: string; marks?: Readonly<Record<number, string>> },
  ): void;

  /**
   * Draws named lines: anything against anything.
   *
   * @param lines for each name, its points `[x, y]`, or numbers, which stand at 1, 2, 3, ...; a point
   *   `[x, y, low, high]` has a spread too, for instance over several seeds
   * @param options what `x` and `y` are, `logX` and `logY` for logarithmic axes, a title, a caption
   * @example
   * show.lines({ sigmoid: [1e-6, 1e-4, 1e-2], relu: [0.02, 0.03, 0.03] },
   *   { x: 'layer', y: 'mean |gradient|', logY: true });
   * show.lines({ network: [[10, 0.61, 0.55, 0.68], [100, 0.74, 0.71, 0.76]] },
   *   { x: 'examples', y: 'accuracy', logX: true });
   */
  lines(lines: LinesLike, options?: LinesOptions): void;

  /**
   * Draws functions of one number with their derivatives beneath. A slider, the pointer or the arrow keys move along
   * x. A function on tensors is differentiated by TensorFlow.js, one on numbers by differences of close values; the
   * figure says which.
   *
   * @param functions functions by name, or names that the course knows: `'linear'`, `'step'`, `'sigmoid'`, `'tanh'`,
   *   `'relu'`, `'leaky relu'`, `'elu'`, `'gelu'`, `'swish'`, `'softplus'`
   * @param options the `range` of x, the range of `y`, a title, a caption
   * @example
   * show.functions(['sigmoid', 'tanh', 'relu']);
   * show.functions({ 'my own': (x) => Math.min(1, Math.max(0, x)), tanh: 'tanh' }, { range: [-3, 3] });
   */
  functions(functions: FunctionsLike, options?: FunctionsOptions): void;

  /**
   * Counts the activations, gradients and weights of each layer by size, and names dead and saturated units.
   *
   * @param model a model with dense or other layers that have weights
   * @param options `inputs`: examples to look at, `[examples, ...]`; with `targets` the gradients of the loss are shown
   *   too; `loss`, if the model is not compiled; a title, a caption
   * @example
   * show.histograms(model, { inputs: x, targets: y });
   * await model.fit(x, y, { epochs: 30, callbacks: watch(model, { histograms: { inputs: x, targets: y } }) });
   */
  histograms(model: LayersModel, options: HistogramsOptions): void;

  /**
   * Draws the probabilities that a softmax makes of logits, with a slider for the temperature. Of several positions of
   * a text it shows one at a time.
   *
   * @param logits `[labels]`, or `[positions, labels]`: scores before the softmax, not probabilities
   * @param options names of the `labels`, the `text` before each position, the labels that were `chosen`, `sampling`
   *   for top-k and top-p, a title, a caption
   * @example
   * show.probabilities([2, 1, 0.1], { labels: ['cat', 'dog', 'owl'] });
   * show.probabilities(logits, { labels: vocabulary, text: 'moby dic' });
   */
  probabilities(logits: LogitsLike, options?: ProbabilitiesOptions): void;
};

export type NetworkOptions = FigureOptions & {
  /** A name for each input, in order. */
  inputs?: readonly string[];
  /** A name for each output, in order. */
  outputs?: readonly string[];
  /** One example's inputs, of shape `[inputs]` or `[1, inputs]`: units then tell what they give for it. */
  example?: Tensor | ArrayLike<number>;
};
