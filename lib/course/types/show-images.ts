import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, layers } from '@tensorflow/tfjs-layers';
import type { FigureOptions } from './show';

type Layer = layers.Layer;

/** One image: `[height, width]`, or with 1 or 3 channels as a last axis; or its numbers, row by row. */
export type ImageLike = Tensor | ArrayLike<number>;

/** A square of weights: rows of numbers, or a tensor of shape `[rows, columns]`. */
export type KernelLike = Tensor | readonly ArrayLike<number>[];

/** Images of one size: `[images, height, width, 1]` or `[images, height, width, 3]`; or a list of images. */
export type ImagesLike = Tensor | ArrayLike<number> | readonly (Tensor | ArrayLike<number>)[];

export type ShowImages = {
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
