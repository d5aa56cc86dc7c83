import fc from 'fast-check';
import type { FrameData } from '.';
import type { DescentPath } from './descent';
import type { Distribution } from './histograms';
import type { LinesSeries } from './lines';
import type { NetworkLayer } from './network';
import type { Pixels } from './pixels';

/* Valid data of every kind of frame, for the tests of the guards. */

const word = fc.string({ maxLength: 12 });
const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity));
const short = { maxLength: 3 };
const side = fc.integer({ min: 2, max: 4 });
const size = fc.integer({ min: 0, max: 4 });

const path: fc.Arbitrary<DescentPath> = fc
  .tuple(word, fc.integer({ min: 1, max: 3 }))
  .map(([name, steps]) => ({
    name,
    rule: { kind: 'sgd', rate: 1, momentum: 0, decay: 0, beta1: 0, beta2: 0, epsilon: 0 },
    points: new Float32Array(5 * steps),
  }));
const denseLayer = (inputs: number, units: number, name = 'dense'): NetworkLayer => ({
  name,
  activation: 'relu',
  inputs,
  units,
  kernel: new Float32Array(inputs * units),
  bias: new Float32Array(units),
});

const layer: fc.Arbitrary<NetworkLayer> = fc
  .tuple(size, size, word)
  .map(([inputs, units, name]) => denseLayer(inputs, units, name));

const surface: fc.Arbitrary<FrameData['surface']> = fc
  .tuple(size, fc.boolean(), fc.array(word, short))
  .map(([points, isSampled, labels]) => ({
    x: [-1, 1],
    y: [0, 2],
    names: ['x', 'y'],
    labels,
    points: new Float32Array(2 * points),
    classes: new Uint8Array(points),
    layers: isSampled ? [] : [denseLayer(2, 3), denseLayer(3, 1)],
    grid: isSampled
      ? {
          ...{ rows: 2, columns: 3, outputs: 1, low: 0, high: 1 },
          values: new Uint8Array(6),
          answers: new Float32Array(points),
        }
      : null,
    held: '',
    control: isSampled ? null : { cell: 'points', key: 'Points' },
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

const distribution: fc.Arbitrary<Distribution> = fc.tuple(number, size).map(([low, bins]) => ({
  low,
  high: low,
  bins: new Uint32Array(bins),
  sizes: new Uint32Array(bins),
  zeros: bins,
  broken: 0,
  mean: low,
  deviation: low,
  size: low,
}));
const one = fc.array(distribution, { maxLength: 1 });

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

const plane = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .map(([height, width]) => ({ height, width, values: new Float32Array(height * width) }));

export const ARBITRARY_FRAMES: { [Kind in keyof FrameData]: fc.Arbitrary<FrameData[Kind]> } = {
  descent: fc.tuple(side, side, fc.array(path, short)).map(([rows, columns, paths]) => ({
    names: ['x', 'y'],
    x: [0, 1],
    y: [0, 1],
    rows,
    columns,
    surface: new Float32Array(rows * columns),
    paths,
  })),
  graph: fc.array(word, { minLength: 1, maxLength: 3 }).map((names) => ({
    nodes: names.map((name, at) => ({
      name,
      op: at === 0 ? '' : 'Square',
      shape: [2],
      values: new Float32Array(2),
      gradient: new Float32Array(2),
      inputs: at === 0 ? [] : [{ node: at - 1, flow: new Float32Array(2) }],
    })),
  })),
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
  surface,
  confusion: fc.array(word, short).map((labels) => ({
    labels,
    counts: new Uint32Array(labels.length ** 2),
  })),
  lines: fc.record({ x: axis, y: axis, series: fc.array(series, short) }),
  convnet: fc
    .tuple(size, size, size, fc.array(word, short))
    .map(([height, channels, units, labels]) => {
      const maps = (count: number) => ({
        ...{ count, height, width: height, channels: 1 },
        levels: new Uint8Array(count * height * height),
        ranges: new Float32Array(2 * count),
      });
      const window = { height: 1, width: 1, stride: 1, dilation: 1, padding: 'valid' as const };
      const pooling = {
        name: 'p',
        kind: 'max pooling' as const,
        activation: '',
        maps: maps(channels),
        window,
      };
      return {
        input: maps(1),
        layers: [
          {
            ...pooling,
            kind: 'convolution' as const,
            kernel: new Float32Array(channels),
            bias: new Float32Array(channels),
          },
          { ...pooling, kernel: new Float32Array(0), bias: new Float32Array(0) },
        ],
        dense: [{ name: 'd', units }],
        head: {
          inputs: new Float32Array(channels * height * height),
          kernel: new Float32Array(channels * height * height * labels.length),
          bias: new Float32Array(labels.length),
          activation: 'softmax',
          ofMaps: true,
        },
        labels,
        outputs: new Float32Array(labels.length),
        shares: true,
        parameters: 0,
      };
    }),
  overlay: fc.array(word, { minLength: 1, maxLength: 3 }).map((labels) => ({
    image: {
      count: 1,
      height: 1,
      width: 1,
      channels: 3,
      levels: new Uint8Array(3),
      ranges: new Float32Array(2),
    },
    labels,
    scores: new Float32Array(labels.length),
    methods: [
      {
        name: 'm',
        heats: {
          ...{ count: labels.length, height: 1, width: 1, channels: 1 },
          levels: new Uint8Array(labels.length),
          ranges: new Float32Array(2 * labels.length),
        },
      },
    ],
    chosen: 0,
  })),
  convolution: fc.tuple(plane(8), plane(3)).map(([input, kernel]) => ({
    input,
    kernel,
    bias: 0,
    stride: 1,
    dilation: 1,
    padding: 'same' as const,
  })),
  kernel: fc
    .tuple(pixels, fc.array(word, { minLength: 1, maxLength: 3 }))
    .map(([{ height, width, channels }, names]) => ({
      picture: {
        ...{ count: 1, height, width, channels },
        levels: new Uint8Array(height * width * channels),
        ranges: new Float32Array(2),
      },
      kernels: names.map((name) => ({
        name,
        plane: { height: 3, width: 3, values: new Float32Array(9) },
      })),
      size: 3,
    })),
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
  function: fc.tuple(size, fc.array(word, short), number).map(([points, names, low]) => ({
    from: -1,
    to: 1,
    low,
    high: low,
    curves: names.map((name) => ({
      name,
      known: '',
      y: new Float32Array(points),
      slope: new Float32Array(points),
      method: 'automatic' as const,
    })),
  })),
  histograms: fc.record({
    examples: size,
    layers: fc.array(
      fc.record({
        name: word,
        activation: word,
        units: size,
        dead: number,
        saturated: number,
        activations: one,
        gradients: one,
        weights: one,
      }),
      short,
    ),
  }),
  probabilities: fc.tuple(fc.array(word, short), size).map(([labels, positions]) => ({
    labels,
    positions: Array.from({ length: positions }, () => ({ text: 'a', chosen: -1 })),
    logits: new Float32Array(labels.length * positions),
    sampling: true,
  })),
  gan2d: fc.tuple(size, size, size, size, number).map(([real, points, side, lines, any]) => ({
    window: [-1, 1] as [number, number],
    real: new Int16Array(2 * real),
    generated: new Int16Array(2 * points),
    noise: new Int16Array(side > 2 ? 0 : 2 * points),
    scores: new Uint8Array(points),
    arrows: new Int16Array(2 * points),
    steepest: any,
    side,
    surface: new Uint8Array(side ** 2),
    lines,
    span: 1,
    grid: new Int16Array(2 * lines ** 2),
    means: [0.5, 0.5, any, 0.7],
    note: '',
  })),
  latent: fc.tuple(size, size, size).map(([side, height, width]) => ({
    size: side + 1,
    height,
    width,
    levels: new Uint8Array((side + 1) ** 2 * height * width),
    corners: side > 2 ? ['a', 'b', 'c', 'd'] : [],
  })),
};
