import type { Callback, LayersModel, layers } from '@tensorflow/tfjs-layers';
import type { Gan2dOptions, Gan2dWatch } from './gan';
import type { HistogramsInput } from './histograms';
import type { FigureOptions, NetworkOptions } from './show';
import type { ImageLike, ImagesLike, ImagesOptions } from './show-images';
import type { SurfaceOptions } from './surface';

export type WatchOptions = NetworkOptions & {
  /** Draw the weights. If not said: when all layers are dense, there are fewer than 20,000 weights, and no `surface` shows them. */
  network?: boolean;
  /**
   * Draw the answers over a plane of two inputs, as `show.surface` does: `true`, or what it is to be told.
   *
   * @example
   * await model.fit(xs, ys, { epochs: 50, callbacks: watch(model, { surface: { points } }) });
   */
  surface?: boolean | SurfaceOptions;
  /** Count the activations, gradients and weights of each layer on these examples, as `show.histograms` does. */
  histograms?: HistogramsInput;
  /** Draw the filters of this `conv2d` layer, as `show.filters` does. */
  filters?: layers.Layer;
  /** Draw what a layer makes of an image, as `show.featureMaps` does: `{ image, layer }`. */
  featureMaps?: { image: ImageLike; layer?: layers.Layer | string | number };
  /** Draw the convolutional network for an image, as `show.convnet` does: `{ image, labels }`. */
  convnet?: { image: ImageLike; labels?: readonly string[] };
  /** Draw the loss and the metrics. True if not said. */
  curve?: boolean;
  /**
   * Draw after every this many epochs. If not said: the curve after every epoch, or as many as give 240 points at most,
   * and the other figures as often as training hardly notices.
   */
  every?: number;
  /** Draw after every this many steps, that is, batches, and count in steps rather than epochs. */
  everySteps?: number;
  /**
   * Called whenever a drawing is made, the first time with step 0 before training, so that figures of your own keep
   * step with these.
   *
   * @example
   * const size = watch.series({ title: 'Size of the first weights', stepName: 'epoch' });
   * const also = (step) => size.add(step, { norm: model.getWeights()[0].norm().dataSync()[0] });
   * await model.fit(xs, ys, { epochs: 50, callbacks: watch(model, { also }) });
   */
  also?: (step: number) => void | Promise<void>;
};

export type Series = {
  /**
   * Adds a point to each curve.
   *
   * @param step where it stands on the axis: an epoch, a step, ...; larger than the one before
   * @param values a number for each curve
   * @example
   * losses.add(epoch, { loss: (await loss.data())[0] });
   */
  add(step: number, values: Readonly<Record<string, number>>): void;
};

export type NetworkWatch = {
  /**
   * Draws the weights as they are now.
   *
   * @param step the epoch or step that they belong to
   * @example
   * await weights.add(step);
   */
  add(step: number): Promise<void>;
};

export type ImagesWatch = {
  /**
   * Draws these images; the slider under the figure goes back to those before.
   *
   * @param step the epoch or step that they belong to
   * @param images as many as before, of the same size
   * @param labels a caption for each, if they have changed
   * @example
   * samples.add(step, generator.predict(noise));
   */
  add(step: number, images: ImagesLike, labels?: ArrayLike<string | number>): Promise<void>;
};

export type Watch = {
  /**
   * Watches a model while it trains: draws its loss and metrics, and the weights of a small network,
   * epoch by epoch or step by step. Hand the result to `fit`.
   *
   * @param model the model that will be trained
   * @param options what to draw, names of inputs and outputs, a title
   * @returns callbacks for `model.fit` or `model.fitDataset`
   * @example
   * await model.fit(xs, ys, { epochs: 50, callbacks: watch(model) });
   */
  (model: LayersModel, options?: WatchOptions): Callback;

  /**
   * Curves for a training loop of your own.
   *
   * @param options a title, a caption, and what a step is called (`'step'` if not said)
   * @example
   * const losses = watch.series({ title: 'Loss', stepName: 'step' });
   * for (let step = 1; step <= 100; step++) losses.add(step, { loss: 1 / step });
   */
  series(options?: FigureOptions & { stepName?: string }): Series;

  /**
   * A drawing of a model's weights for a training loop of your own.
   *
   * @param model a model with at least one dense layer
   * @param options names of inputs and outputs, a title, and what a step is called
   * @example
   * const weights = watch.network(model);
   * await weights.add(0);
   */
  network(model: LayersModel, options?: NetworkOptions & { stepName?: string }): NetworkWatch;

  /**
   * Images that change over a training loop of your own: samples of a generator, filters, feature maps.
   *
   * @param options how they are drawn, a title, a caption, and what a step is called (`'step'` if not said)
   * @example
   * const samples = watch.images({ title: 'Samples', stepName: 'epoch' });
   * await samples.add(epoch, generator.predict(noise));
   */
  images(options?: ImagesOptions & { stepName?: string }): ImagesWatch;

  /**
   * A drawing of a generator and a discriminator in the plane, for a training loop of your own: real and generated
   * points, what the discriminator thinks of every place, which way each generated point is pulled, and how the
   * generator bends a grid of noise.
   *
   * @param options the two players, real points, noise, and which part of the plane to show
   * @example
   * const view = watch.gan2d({ generator, discriminator, real, latent: tf.randomUniform([150, 2], -1, 1) });
   * for (let step = 1; step <= 1000; step++) {
   *   // ... train both ...
   *   if (step % 50 === 0) await view.add(step);
   * }
   */
  gan2d(options: Gan2dOptions): Gan2dWatch;
};
