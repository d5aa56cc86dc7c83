import { isAllDense } from './dense-chain';
import { figureSpec, joined } from './figure-spec';
import type { Host } from './host';
import { liveFigure } from './live-figure';
import type { NetworkReader } from './network-data';
import { isDrawable, networkReader } from './network-data';
import { checkSeries } from './show-curve';
import * as tf from './tf';
import type { NetworkWatch, Series, Watch, WatchOptions } from './types/watch';
import { Watcher } from './watcher';

/** Beyond this many weights a network is only drawn when the reader asks for it. */
const DRAWN_UNASKED = 20_000;

/** `watch`. @param now the clock, in milliseconds */
export function createWatch(host: Host, now: () => number = () => performance.now()): Watch {
  const watch = (model: tf.LayersModel, options: WatchOptions = {}) => {
    checkModel(model);
    checkEvery(options.every);
    return new Watcher(host, readerFor(model, options), options, now);
  };
  return Object.assign(watch, {
    series: (options: Parameters<Watch['series']>[0]) => series(host, options),
    network: (model: tf.LayersModel, options?: Parameters<Watch['network']>[1]) =>
      network(host, model, options),
  });
}

function series(host: Host, options: Parameters<Watch['series']>[0] = {}): Series {
  const figure = liveFigure(host, figureSpec<'curve'>('curve', 'Training', options));
  figure.open();
  return {
    add(step, values) {
      checkPoint(step, values);
      figure.add(step, { values: { ...values } });
    },
  };
}

function network(
  host: Host,
  model: tf.LayersModel,
  options: NonNullable<Parameters<Watch['network']>[1]> = {},
): NetworkWatch {
  const reader = networkReader(model, options, 'watch.network');
  const spec = figureSpec<'network'>('network', 'Network', options);
  const figure = liveFigure(host, {
    ...spec,
    caption: joined(spec.caption, reader.note),
  });
  figure.open();
  return { add: async (step) => figure.add(step, await reader.read()) };
}

function readerFor(model: tf.LayersModel, options: WatchOptions): NetworkReader | null {
  if (options.network === false) return null;
  if (options.network === true) return networkReader(model, options, 'watch');
  if (!isAllDense(model) || model.weights.length === 0) return null;
  return isDrawable(model, DRAWN_UNASKED) ? networkReader(model, options, 'watch') : null;
}

function checkModel(model: unknown): void {
  if (model instanceof tf.LayersModel) return;
  throw new TypeError(
    'watch needs the model that you train, as in fit(xs, ys, { callbacks: watch(model) }).',
  );
}

function checkEvery(every: number | undefined): void {
  if (every === undefined || (Number.isInteger(every) && every > 0)) return;
  throw new RangeError(`watch: every is a number of epochs, 1 or more, but got ${every}.`);
}

function checkPoint(step: number, values: Readonly<Record<string, unknown>>): void {
  if (!Number.isFinite(step)) {
    throw new TypeError(
      `watch.series: add needs the step first, a number, but got ${String(step)}.`,
    );
  }
  checkSeries('watch.series', Object.keys(values));
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number') continue;
    const remedy = value instanceof tf.Tensor ? ' Read it first: (await tensor.data())[0].' : '';
    throw new TypeError(`watch.series: ${name} at step ${step} is not a number.${remedy}`);
  }
}
