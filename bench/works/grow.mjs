import { DENSE } from './works.mjs';

/** One epoch of the dense network; what grows is said by each. The others stay as in `DENSE`. */
const ONE_EPOCH = { ...DENSE, epochs: 1 };

/** A network 8-`width`-`width`-1. */
const wide = (width) => ({
  ...ONE_EPOCH,
  rows: 256,
  layers: DENSE.layers.map((layer) => (layer.units === 1 ? layer : { ...layer, units: width })),
});
const parametersOf = (width) => 8 * width + width + width * width + width + width + 1;

/**
 * Trainings that grow, each by a factor of 4 at a time.
 * @type {Record<string, { title: string, x: string, works: [number, import('./works.mjs').Work][] }>}
 */
export const GROWING_WORKS = {
  rows: {
    title: 'One epoch of 8-64-32-1 in batches of 32, by rows',
    x: 'rows',
    works: [96, 384, 1536, 6144].map((rows) => [rows, { ...ONE_EPOCH, rows }]),
  },
  parameters: {
    title: 'One epoch of 256 rows in batches of 32, by parameters of 8-n-n-1',
    x: 'parameters',
    works: [16, 32, 64, 128, 256, 512].map((width) => [parametersOf(width), wide(width)]),
  },
  batch: {
    title: 'One epoch of 8-64-32-1 on 1,024 rows, by size of the batch',
    x: 'rows in a batch',
    works: [8, 32, 128, 512].map((batch) => [batch, { ...ONE_EPOCH, rows: 1024, batch }]),
  },
};
