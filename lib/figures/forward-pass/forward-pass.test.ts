import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNetwork, type DenseNetwork } from './dense-network';
import { descend } from './descend';
import { edgesOf } from './edges';
import { answerOf, forward } from './forward';
import { gradientOf } from './gradient';
import { forwardPassPicture, RATE, SEED, SIZES } from './picture';
import { curve } from './place';
import { sampleOf } from './sample';
import { standardised, TRUTH, WOMAN } from './woman';

const row = standardised(WOMAN);
const network = createNetwork(SIZES, SEED);
const gradients = gradientOf(network, row, TRUTH);
const after = descend(network, gradients, RATE);
const picture = forwardPassPicture();

/** Binary cross-entropy from the answer alone. */
const loss = (of: DenseNetwork, truth: 0 | 1) => {
  const p = answerOf(of, row);
  return -Math.log(truth === 1 ? p : 1 - p);
};

/** The same network with one parameter moved. */
function nudged(layer: number, part: 'kernel' | 'bias', index: number, by: number): DenseNetwork {
  return network.map((own, at) =>
    at === layer ? { ...own, [part]: own[part].map((v, i) => (i === index ? v + by : v)) } : own,
  );
}

describe('the network', () => {
  it('computes what can be computed by hand', () => {
    const tiny: DenseNetwork = [
      { inputs: 2, units: 2, kernel: Float64Array.of(1, -1, 2, 1), bias: Float64Array.of(0.5, 0) },
      { inputs: 2, units: 1, kernel: Float64Array.of(2, 5), bias: Float64Array.of(-4) },
    ];
    // [3, -1]: 3 - 2 + 0.5 = 1.5 and -3 - 1 = -4, shut; 2 * 1.5 - 4 = -1.
    const values = forward(tiny, [3, -1]).map((layer) => [...layer]);
    expect(values).toEqual([[3, -1], [1.5, 0], [expect.closeTo(1 / (1 + Math.E), 12)]]);
  });

  it('starts within the bounds of Glorot, and anew from each seed', () => {
    for (const { inputs, units, kernel } of network) {
      const limit = Math.sqrt(6 / (inputs + units));
      expect(Math.max(...kernel.map(Math.abs))).toBeLessThanOrEqual(limit);
      expect(Math.max(...kernel.map(Math.abs))).toBeGreaterThan(0.9 * limit);
    }
    expect(createNetwork(SIZES, SEED)).toEqual(network);
    expect(createNetwork(SIZES, SEED + 1)[0]!.kernel).not.toEqual(network[0]!.kernel);
  });
});

describe('the gradient', () => {
  it.each([0, 1] as const)('agrees with finite differences everywhere, truth %i', (truth) => {
    const h = 1e-5;
    let checked = 0;
    gradientOf(network, row, truth).forEach((gradient, layer) => {
      for (const part of ['kernel', 'bias'] as const) {
        gradient[part].forEach((value, i) => {
          const up = loss(nudged(layer, part, i, h), truth);
          const down = loss(nudged(layer, part, i, -h), truth);
          if (Math.abs(value - (up - down) / (2 * h)) > 1e-7) {
            expect.fail(`layer ${layer} ${part} ${i}: ${value}, not ${(up - down) / (2 * h)}`);
          }
          checked++;
        });
      }
    });
    expect(checked).toBe(2689);
  });

  it('gives a step that brings the answer nearer to the truth, by about its own length', () => {
    const small = 1e-4;
    const squares = gradients.flatMap(({ kernel, bias }) => [...kernel, ...bias]);
    const expected = small * squares.reduce((sum, part) => sum + part * part, 0);
    const gained = loss(network, TRUTH) - loss(descend(network, gradients, small), TRUTH);
    expect(gained / expected).toBeCloseTo(1, 2);
    expect(answerOf(after, row)).toBeGreaterThan(answerOf(network, row));
  });
});

describe('the woman', () => {
  const csv = readFileSync('data/pima-diabetes/pima-diabetes.csv', 'utf8').trim().split('\n');
  const rows = csv.slice(1).map((line) => line.split(','));

  it('is line 16 of the file, who developed diabetes', () => {
    expect(WOMAN.map(({ value }) => String(value))).toEqual(csv[15]!.split(',').slice(0, 8));
    expect(csv[15]!.trim().endsWith('"pos"')).toBe(TRUTH === 1);
  });

  it('is measured against the columns of the file, without the gaps', () => {
    const gaps = [1, 2, 3, 4, 5];
    WOMAN.forEach(({ name, mean, deviation }, column) => {
      const all = rows.map((cells) => Number(cells[column]));
      const taken = all.filter((value) => value !== 0 || !gaps.includes(column));
      const average = taken.reduce((a, b) => a + b) / taken.length;
      const variance = taken.reduce((a, b) => a + (b - average) ** 2, 0) / taken.length;
      expect(mean / average, name).toBeCloseTo(1, 3);
      expect(deviation / Math.sqrt(variance), name).toBeCloseTo(1, 3);
    });
  });
});

describe('the picture', () => {
  const edges = edgesOf(network);
  const weightOf = (of: DenseNetwork, d: string) => {
    const edge = edges.find(({ from, to }) => curve(from, to) === d)!;
    return of[edge.layer]!.kernel[edge.index]!;
  };
  const largest = [0, 1, 2].map((layer) =>
    Math.max(
      ...edges
        .filter((edge) => edge.layer === layer)
        .map(({ index }) => Math.abs(network[layer]!.kernel[index]!)),
    ),
  );
  const layerOf = (d: string) => edges.find(({ from, to }) => curve(from, to) === d)!.layer;

  it('draws all small layers, and each fourth unit of the large ones', () => {
    expect(picture.units.map((layer) => layer.length)).toEqual([8, 16, 8, 1]);
    expect(sampleOf(32)).toEqual([3, 7, 11, 15, 19, 23, 27, 31]);
  });

  it('draws each weight between drawn units once, in the colour of its sign and the width of its size', () => {
    const drawn = picture.weights.flatMap(({ sign, strength, d }) =>
      d
        .split('M')
        .slice(1)
        .map((piece) => ({ sign, strength, d: `M${piece}` })),
    );
    expect(drawn.length + picture.moving.length).toBe(8 * 16 + 16 * 8 + 8);
    for (const { sign, strength, d } of drawn) {
      const weight = weightOf(network, d);
      expect(sign).toBe(weight < 0 ? 'negative' : 'positive');
      expect(Math.abs(strength - Math.abs(weight) / largest[layerOf(d)]!)).toBeLessThanOrEqual(0.1);
    }
  });

  it('moves the weights that change most from what they were to what they are', () => {
    for (const { before, after: then, d } of picture.moving) {
      const full = largest[layerOf(d)]!;
      const signed = ({ sign, strength }: typeof before) =>
        sign === 'negative' ? -strength : strength;
      expect(signed(before) * full).toBeCloseTo(weightOf(network, d), 12);
      expect(signed(then) * full).toBeCloseTo(weightOf(after, d), 12);
    }
  });

  it('sends nothing through a unit that is shut, neither forward nor back', () => {
    const values = forward(network, row);
    const piecesOf = (strokes: { d: string }[]) =>
      strokes.flatMap(({ d }) =>
        d
          .split('M')
          .slice(1)
          .map((piece) => `M${piece}`),
      );
    for (const { layer, index, fromUnit, from, to } of edges) {
      const toUnit = index % SIZES[layer + 1]!;
      const fed = values[layer]![fromUnit]! !== 0;
      const open = fed && values[layer + 1]![toUnit]! > 0;
      if (!fed) expect(piecesOf(picture.signals[layer]!)).not.toContain(curve(from, to));
      if (!open) expect(piecesOf(picture.changes[layer]!)).not.toContain(curve(to, from));
    }
    for (const strokes of [...picture.signals, ...picture.changes]) {
      expect(piecesOf(strokes).length).toBeGreaterThan(0);
    }
  });

  it('says the answers that the network gives', () => {
    expect(picture.answer).toBe(answerOf(network, row));
    expect(picture.answerAfter).toBe(answerOf(after, row));
    expect(picture.parameters).toBe(8 * 64 + 64 + 64 * 32 + 32 + 32 + 1);
  });
});
