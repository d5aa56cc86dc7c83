import fc from 'fast-check';
import type { FrameData } from '.';
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
};
