import { figureSpec, joined } from './figure-spec';
import type { Host } from './host';
import { liveFigure } from './live-figure';
import { networkReader } from './network-data';
import { recordersFor } from './recorders';
import { checkSeries } from './show-curve';
import * as tf from './tf';
import type { NetworkWatch, Series, Watch, WatchOptions } from './types/watch';
import { watchImages } from './watch-images';
import { stepNameOf, Watcher } from './watcher';
import { watchGan2d } from './watch-gan2d';

/** `watch`. @param now the clock, in milliseconds */
export function createWatch(host: Host, now: () => number = () => performance.now()): Watch {
  const watch = (model: tf.LayersModel, options: WatchOptions = {}) => {
    checkModel(model);
    checkSteps(options);
    const recorders = recordersFor(host, model, options, stepNameOf(options));
    return new Watcher(host, recorders, options, now);
  };
  return Object.assign(watch, {
    series: (options: Parameters<Watch['series']>[0]) => series(host, options),
    network: (model: tf.LayersModel, options?: Parameters<Watch['network']>[1]) =>
      network(host, model, options),
    images: (options?: Parameters<Watch['images']>[0]) => watchImages(host, options),
    gan2d: (options: Parameters<Watch['gan2d']>[0]) => watchGan2d(host, options),
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

function checkModel(model: unknown): void {
  if (model instanceof tf.LayersModel) return;
  throw new TypeError(
    'watch needs the model that you train, as in fit(xs, ys, { callbacks: watch(model) }).',
  );
}

function checkSteps({ every, everySteps }: WatchOptions): void {
  checkCountOf('every', 'epochs', every);
  checkCountOf('everySteps', 'steps', everySteps);
  if (every === undefined || everySteps === undefined) return;
  throw new TypeError(
    'watch: give every, for epochs, or everySteps, for steps; with both it is not clear what to draw.',
  );
}

function checkCountOf(name: string, things: string, count: number | undefined): void {
  if (count === undefined || (Number.isInteger(count) && count > 0)) return;
  throw new RangeError(`watch: ${name} is a number of ${things}, 1 or more, but got ${count}.`);
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
