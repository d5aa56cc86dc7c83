import fc from 'fast-check';
import type { FrameData } from '.';
import type { LinesSeries } from './lines';
import type { NetworkLayer } from './network';
import type { Pixels } from './pixels';

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

const pixels: fc.Arbitrary<Pixels> = fc
  .tuple(size, size, size, fc.constantFrom(1, 3))
  .map(([count, height, width, channels]) => ({
    count,
    height,
    width,
    channels,
    levels: new Uint8Array(count * height * width * channels),
    ranges: new Float32Array(2 * count),
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
  lines: fc.record({ x: axis, y: axis, series: fc.array(series, short) }),
  images: pixels.map((one) => ({
    pixels: one,
    labels: [],
    columns: 0,
    ramp: one.channels === 3 ? ('color' as const) : ('gray' as const),
    scale: 'unit' as const,
  })),
  unrolled: fc.tuple(fc.array(word, short), size).map(([inputs, units]) => ({
    cell: 'GRU' as const,
    activation: 'tanh',
    units,
    inputs,
    output: '',
    traces: [{ name: 'state', values: new Float32Array(inputs.length * units) }],
  })),
  series: fc.tuple(fc.array(word, short), word).map(([times, unit]) => ({
    times,
    unit,
    lines: [{ name: unit, values: new Float32Array(times.length).fill(NaN) }],
  })),
};
