import type { Tensor } from '@tensorflow/tfjs-core';
import type { History, LayersModel, layers } from '@tensorflow/tfjs-layers';
import type { ShowDescent } from './descent';
import type { ShowGraph } from './graph';
import type { LinesLike, LinesOptions } from './lines';
import type { ShowSeries } from './show-series';
import type { ShowUnrolled } from './show-unrolled';
import type { SurfaceOptions } from './surface';
import type { FunctionsLike, FunctionsOptions } from './functions';
import type { HistogramsOptions } from './histograms';
import type { LogitsLike, ProbabilitiesOptions } from './probabilities';
import type { LatentOptions, Player } from './gan';

type Layer = layers.Layer;

/** Numbers that are class indices (0, 1, 2, ...), or yes and no. */
export type Classes = Tensor | ArrayLike<number> | ArrayLike<boolean>;

/** A matrix: a tensor of shape `[rows, columns]`, or rows of numbers. */
export type MatrixLike = Tensor | readonly ArrayLike<number>[];

/** One image: `[height, width]`, or with 1 or 3 channels as a last axis; or its numbers, row by row. */
export type ImageLike = Tensor | ArrayLike<number>;

/** A square of weights: rows of numbers, or a tensor of shape `[rows, columns]`. */
export type KernelLike = Tensor | readonly ArrayLike<number>[];

/** Images of one size: `[images, height, width, 1]` or `[images, height, width, 3]`; or a list of images. */
export type ImagesLike = Tensor | ArrayLike<number> | readonly (Tensor | ArrayLike<number>)[];

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

export type Show = ShowBasics & ShowDescent & ShowGraph & ShowSeries & ShowUnrolled;

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
   * Draws small images side by side: examples, samples, mistakes. Press one to enlarge it and read its pixels.
   *
   * @param images a tensor of shape `[images, height, width, 1]`, or with 3 channels for colour, or a list of images
   * @param options a caption for each, how many side by side, and how numbers become colours
   * @example
   * show.images(digits.x.slice(0, 10), { labels: digits.labels.slice(0, 10) });
   */
  images(images: ImagesLike, options?: ImagesOptions): void;

  /**
   * Steps a kernel over an image: the sum that makes each number of the output is written out, and stride, dilation
   * and padding can be set in the figure.
   *
   * @param image one channel: a tensor, rows of numbers, or a drawing; at most 64 by 64
   * @param kernel rows of weights, or a tensor, at most 11 by 11
   * @param options the stride, dilation, padding and bias to begin with, a title, a caption
   * @example
   * show.convolution(digit, [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], { padding: 'same' });
   */
  convolution(
    image: ImageLike | KernelLike,
    kernel: KernelLike,
    options?: ConvolutionOptions,
  ): void;

  /**
   * A kernel to paint in over a picture: choose one, change its weights, and see what it makes of the picture.
   *
   * @param picture one image, in gray or in colour
   * @param options kernels to choose from, by name (blur, edges and others if not said), a title, a caption
   * @example
   * show.kernel(photo);
   * show.kernel(photo, { kernels: { blur: [[0.25, 0.25], [0.25, 0.25]] } });
   */
  kernel(picture: ImageLike, options?: KernelOptions): void;

  /**
   * Draws a convolutional network for one image: each layer a column with its maps, and what the network makes of the
   * image at the end. Press a map to step through the sum that makes each of its numbers.
   *
   * @param model a model that takes images, with convolutions and pooling in it
   * @param image one image, as large as the model takes it
   * @param options the classes' names in order, a title, a caption
   * @example
   * show.convnet(model, digit);
   */
  convnet(model: LayersModel, image: ImageLike, options?: ConvnetOptions): void;

  /**
   * Draws where in an image a class's score comes from: by class activation (Grad-CAM), and by saliency, the size of
   * the score's gradient at each pixel. Choose the class and the method in the figure.
   *
   * @param model a plain stack of layers that takes images and ends in classes
   * @param image one image, as large as the model takes it
   * @param options the classes' names in order, the layer of the class activation (the last convolution if not said)
   * @example
   * show.saliency(model, emoji, { labels: classes });
   */
  saliency(model: LayersModel, image: ImageLike, options?: SaliencyOptions): void;

  /**
   * Draws the filters of a convolution: one image a filter where it looks at one channel or at red, green and
   * blue; else a row for each filter, with a column for each channel that it looks at.
   *
   * @param layer a `conv2d` layer
   * @param options draw only one of the channels, how many images side by side, a title, a caption
   * @example
   * show.filters(model.layers[0]);
   */
  filters(layer: Layer, options?: FiltersOptions): void;

  /**
   * Draws what a layer makes of one image: a map for each of its channels.
   *
   * @param model a model that takes images
   * @param image one image, as large as the model takes it
   * @param options the layer, by name or place (the first that makes maps if not said), a title, a caption
   * @example
   * show.featureMaps(model, digit, { layer: 0 });
   */
  featureMaps(model: LayersModel, image: ImageLike, options?: FeatureMapsOptions): void;

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

/** How images are drawn. */
export type ImagesOptions = FigureOptions & {
  /** A caption for each image. */
  labels?: ArrayLike<string | number>;
  /** Images side by side; if not said, as many as let all be seen at once. */
  columns?: number;
  /**
   * How numbers become colours: `'ink'` from paper to ink, `'gray'` from black to white, `'magnitude'` for sizes,
   * `'diverging'` from blue through paper to orange around zero. Three channels are always red, green and blue.
   */
  ramp?: 'ink' | 'gray' | 'magnitude' | 'diverging' | 'color';
  /**
   * What the colours span: 0 to 1 (`'unit'`), the numbers of each image (`'each'`), or those of all images
   * (`'all'`).
   */
  scale?: 'unit' | 'each' | 'all';
};

export type FiltersOptions = FigureOptions & {
  /** Draw only this one of the channels that the filters look at, counted from 0. */
  channel?: number;
  /** Images side by side. */
  columns?: number;
};

export type FeatureMapsOptions = FigureOptions & {
  /** The layer whose maps are drawn: itself, its name, or its place among the model's layers. */
  layer?: Layer | string | number;
  /** Images side by side. */
  columns?: number;
};

export type ConvolutionOptions = FigureOptions & {
  /** Cells that the window moves on by; 1 if not said. */
  stride?: number;
  /** Cells from one of the window's cells to the next; 1 if not said. */
  dilation?: number;
  /** Whether zeros are put around the image so that the output stays as large (`'same'`); `'valid'` if not said. */
  padding?: 'valid' | 'same';
  /** Added to each sum; 0 if not said. */
  bias?: number;
};

export type KernelOptions = FigureOptions & {
  /** Square kernels of one size to choose from; the first is there at first. */
  kernels?: Readonly<Record<string, KernelLike>>;
};

export type ConvnetOptions = FigureOptions & {
  /** A name for each class, in order. */
  labels?: readonly string[];
};

export type SaliencyOptions = FigureOptions & {
  /** A name for each class, in order. */
  labels?: readonly string[];
  /** The layer whose maps make the class activation: itself, its name, or its place among the model's layers. */
  layer?: Layer | string | number;
};
