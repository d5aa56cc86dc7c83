import fc from 'fast-check';
import type { FrameData } from '.';
import type { LinesSeries } from './lines';
import type { NetworkLayer } from './network';

/* Valid data of every kind of frame, for the tests of the guards. */

const word = fc.string({ maxLength: 12 });
const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity));
const short = { maxLength: 3 };
const size = fc.integer({ min: 0, max: 4 });

const layer: fc.Arbitrary<NetworkLayer> = fc
  .tuple(size, size, word)
  .map(([inputs, units, name]) => ({
    name,
    activation: 'relu',
    inputs,
    units,
    kernel: new Float32Array(inputs * units),
    bias: new Float32Array(units),
  }));

const series: fc.Arbitrary<LinesSeries> = fc
  .tuple(word, size, fc.boolean())
  .map(([name, points, hasSpread]) => ({
    name,
    x: new Float32Array(points),
    y: new Float32Array(points),
    low: new Float32Array(hasSpread ? points : 0),
    high: new Float32Array(hasSpread ? points : 0),
  }));

const axis = fc.record({ label: word, log: fc.boolean() });

export const ARBITRARY_FRAMES: { [Kind in keyof FrameData]: fc.Arbitrary<FrameData[Kind]> } = {
  curve: fc.record({ values: fc.dictionary(fc.string({ minLength: 1, maxLength: 9 }), number) }),
  network: fc.record({
    inputs: fc.array(word, short),
    outputs: fc.array(word, short),
    layers: fc.array(layer, short),
  }),
  matrix: fc.tuple(size, size).map(([rows, columns]) => ({
    rows,
    columns,
    values: new Float32Array(rows * columns),
    rowLabels: ['a'],
    columnLabels: [],
    scale: 'magnitude' as const,
  })),
  confusion: fc.array(word, short).map((labels) => ({
    labels,
    counts: new Uint32Array(labels.length ** 2),
  })),
  lines: fc.record({ x: axis, y: axis, series: fc.array(series, short) }),
};
