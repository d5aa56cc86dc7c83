import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '../setting';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import type { Distribution, HistogramLayer } from './data';
import { extentOf } from './extent';
import { histograms } from './index';

const sizes = (at: Record<number, number>) =>
  Uint32Array.from({ length: 32 }, (_, i) => at[i] ?? 0);
const distribution = (over: Partial<Distribution> = {}): Distribution => ({
  low: -1,
  high: 3,
  bins: Uint32Array.of(1, 4, 2, 1),
  sizes: sizes({ 20: 3, 24: 5 }),
  zeros: 0,
  broken: 0,
  mean: 0.25,
  deviation: 0.5,
  size: 0.75,
  ...over,
});
const layer = (name: string, over: Partial<HistogramLayer> = {}): HistogramLayer => ({
  name,
  activation: 'relu',
  units: 8,
  dead: 2,
  saturated: NaN,
  activations: [distribution()],
  gradients: [distribution({ size: 1e-5 })],
  weights: [distribution()],
  ...over,
});
const data = { examples: 400, layers: [layer('dense 1'), layer('dense 2', { dead: 6 })] };
const history = historyOf('histograms', [[3, data]]);
const scene = histograms.scene(history, 0, 640, NO_SETTINGS);

describe('layout', () => {
  it('places bins by value, one row a layer, the tallest as high as its row', () => {
    const [row, next] = scene.rows;
    const [a, b] = row!.bars;
    expect([a!.from, a!.to, b!.count, b!.height]).toEqual([-1, 0, 4, 1]);
    // Every bin is one unit wide, and zero is where the first ends.
    expect(a!.right).toBeCloseTo(scene.zero!, 6);
    expect(b!.right - b!.left).toBeCloseTo(a!.right - a!.left, 6);
    expect(next!.plot.y).toBeGreaterThan(row!.plot.y + row!.plot.height);
  });

  it('shows gradients by their size unless the reader says otherwise', () => {
    const gradients = histograms.scene(history, 0, 640, { of: 'gradients' });
    expect(gradients.sizes).toBe(true);
    const filled = gradients.rows[0]!.bars.filter(({ count }) => count > 0);
    // Bin 20 is from 10^-2 to 10^-1.5, bin 24 from 1.
    expect(filled[0]!.from).toBeCloseTo(0.01, 10);
    expect(filled[1]!.from).toBeCloseTo(1, 10);
    expect(histograms.scene(history, 0, 640, { of: 'gradients', axis: 'values' }).sizes).toBe(
      false,
    );
  });

  it('has one axis over all steps', () => {
    const wide = layer('dense 1', { activations: [distribution({ high: 30 })] });
    const both = historyOf('histograms', [
      [0, data],
      [1, { examples: 400, layers: [wide, wide] }],
    ]);
    const first = histograms.scene(both, 0, 640, NO_SETTINGS);
    expect(first.xTicks).toEqual(histograms.scene(both, 1, 640, NO_SETTINGS).xTicks);
  });

  it('fits a phone, with its words above the bars', () => {
    const narrow = histograms.scene(history, 0, 320, NO_SETTINGS);
    expect(narrow.width).toBe(320);
    expect(narrow.notes.below).toBe(true);
  });
});

describe('values far out', () => {
  /** 399 values up to 2.5 and one of 150, which makes each of the thirty bins five wide. */
  const outlying = distribution({
    ...{ low: 0, high: 150, sizes: sizes({ 23: 300, 24: 99, 28: 1 }) },
    bins: Uint32Array.from({ length: 30 }, (_, i) => (i === 0 ? 399 : i === 29 ? 1 : 0)),
  });
  const plain = distribution({
    ...{ low: 0, high: 2.5, sizes: sizes({ 23: 300, 24: 100 }) },
    bins: Uint32Array.of(200, 100, 60, 30, 10),
  });
  const frame = (first: Distribution) => ({
    examples: 400,
    layers: [
      layer('dense 1', { activations: [first] }),
      layer('dense 2', { activations: [plain] }),
    ],
  });
  const both = historyOf('histograms', [
    [0, frame(plain)],
    [1, frame(outlying)],
  ]);
  const at = (index: number, width = 640) => histograms.scene(both, index, width, NO_SETTINGS);

  it('do not stretch the axis, and are counted in a bin at its end', () => {
    // 95 % of 400 are 300 and 80 of the 99 between 1 and 10^0.5: up to 10^(0.5 * 80 / 99) = 2.54. Twice that, rounded, is 6.
    expect(extentOf(both, 'activations')).toEqual({
      low: 0,
      high: 6,
      cutLow: false,
      cutHigh: true,
    });
    const { rows, beyond } = at(1);
    expect(beyond.map(({ text }) => text)).toEqual(['> 6']);
    const last = rows[0]!.bars.at(-1)!;
    expect([last.from, last.to, last.count]).toEqual([5, Infinity, 1]);
    expect(rows[0]!.bars.map(({ count }) => count)).toEqual([399, 1]);
    // The bulk is wide enough to be seen: of the others' axis it takes 2.5 of 6.
    const { bars, plot } = rows[1]!;
    expect(bars.at(-1)!.count).toBe(0);
    const wide = bars[4]!.right - bars[0]!.left;
    expect(wide / (plot.width - 46)).toBeCloseTo(2.5 / 6, 6);
    for (const { left, right } of [...rows[0]!.bars, ...bars]) {
      expect(left).toBeGreaterThanOrEqual(plot.x);
      expect(right).toBeLessThanOrEqual(plot.x + plot.width);
    }
  });

  it('leave one axis over all steps', () => {
    expect(at(0).xTicks).toEqual(at(1).xTicks);
    expect(at(0).beyond).toEqual(at(1).beyond);
  });

  it('are said in the sentence and read in their bin, never lost', () => {
    expect(histograms.describe(both, 1, NO_SETTINGS)).toContain(
      ' Activations beyond the axis, which ends at 6: 1 of dense 1.',
    );
    expect(histograms.describe(both, 0, NO_SETTINGS)).not.toContain('beyond');
    expect(histograms.readout(at(1), { kind: 'histograms', layer: 0, bin: 1 })).toBe(
      'dense 1, relu: 1 of 400 activations above 5.000, beyond the axis (0.3\u00a0%); 2 of 8 dead',
    );
    for (const row of at(1).rows) {
      const counted = row.bars.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(row.distribution!.bins.reduce((a, b) => a + b, 0));
    }
  });

  it('are drawn with their number and the name of their bin, on a phone too', () => {
    for (const width of [320, 640]) {
      const { context, calls } = recorder();
      histograms.draw(context, at(1, width), LIGHT, null);
      expect(textsOf(calls)).toEqual(expect.arrayContaining(['> 6', '1']));
      expect(textsOf(calls)).not.toContain('6');
    }
  });

  it('on both sides have a bin on both', () => {
    const wild = distribution({
      ...{ low: -90, high: 90, sizes: sizes({ 23: 300, 24: 98, 27: 2 }) },
      bins: Uint32Array.of(1, 0, 398, 0, 1),
    });
    const one = historyOf('histograms', [[0, frame(wild)]]);
    const { rows, beyond } = histograms.scene(one, 0, 640, NO_SETTINGS);
    expect(beyond.map(({ text }) => text)).toEqual(['< \u22126', '> 6']);
    expect(rows[0]!.bars.map(({ count }) => count)).toEqual([1, 398, 1]);
  });

  it('leave the axis whole where the rest goes nearly as far, or all is zero', () => {
    expect(extentOf(history, 'activations')).toMatchObject({ low: -1, high: 3, cutHigh: false });
    const zero = distribution({ low: 0, high: 0, sizes: sizes({}), zeros: 8 });
    const dead = historyOf('histograms', [[0, frame(zero)]]);
    expect(extentOf(dead, 'activations').cutHigh).toBe(false);
    // Nearly all exactly zero: the others are the bulk.
    const rare = distribution({ low: 0, high: 4, sizes: sizes({ 24: 5 }), zeros: 995 });
    const one = { examples: 9, layers: [layer('a', { activations: [rare] })] };
    expect(extentOf(historyOf('histograms', [[0, one]]), 'activations')).toMatchObject({
      high: 4,
      cutHigh: false,
    });
  });
});

it('draws below zero blue and above orange, and marks trouble by shape and word', () => {
  const { context, calls } = recorder();
  histograms.draw(context, scene, LIGHT, null);
  const bars = calls.filter((call) => call.name === 'fillRect').slice(0, 4);
  expect(bars.map(({ fillStyle }) => fillStyle)).toEqual([
    LIGHT.negative,
    LIGHT.inkSoft,
    LIGHT.positive,
    LIGHT.positive,
  ]);
  expect(textsOf(calls)).toEqual(expect.arrayContaining(['2 of 8 dead', '\u25b2 6 of 8 dead']));
});

describe('words', () => {
  it('names dead units, and the layer with the most', () => {
    expect(histograms.describe(history, 0, NO_SETTINGS)).toBe(
      '8 of 16 units (50.0\u00a0%) are dead, with 0 on all 400 examples, most in dense 2: 6 of 8.',
    );
  });

  it('names saturated layers, gradients and weights', () => {
    const bent = historyOf('histograms', [
      [
        0,
        {
          examples: 9,
          layers: [
            layer('a', { dead: NaN, saturated: 0.9 }),
            layer('b', { dead: NaN, saturated: 0.1 }),
            layer('answers', { dead: NaN, saturated: 0.95 }),
          ],
        },
      ],
    ]);
    expect(histograms.describe(bent, 0, NO_SETTINGS)).toBe(
      '90.0\u00a0% of the activations of a are saturated, the most of any layer; 10.0\u00a0% of b, the fewest.',
    );
    // An answer at a flat end is a sure one, and no trouble.
    const { context, calls } = recorder();
    histograms.draw(context, histograms.scene(bent, 0, 640, NO_SETTINGS), LIGHT, null);
    expect(textsOf(calls)).toEqual(
      expect.arrayContaining(['\u25b2 90.0\u00a0% saturated', 'mean 0.250']),
    );
    expect(textsOf(calls).join()).not.toContain('95.0');
    expect(histograms.describe(history, 0, { of: 'gradients' })).toBe(
      'The mean size of the gradients goes from 1.0e−5 in dense 1 to 1.0e−5 in dense 2.',
    );
  });

  it('reads a bin and tabulates every quantity', () => {
    expect(histograms.readout(scene, { kind: 'histograms', layer: 1, bin: 1 })).toBe(
      'dense 2, relu: 4 of 8 activations from 0 to 1.000 (50.0\u00a0%); 6 of 8 dead',
    );
    expect(histograms.table(history, 0).rows).toHaveLength(6);
    expect(histograms.table(history, 0).rows[3]?.slice(0, 4)).toEqual([
      'dense 2',
      'relu',
      'activations',
      8,
    ]);
  });
});

it('moves along bins and across layers', () => {
  const { left, right } = scene.rows[1]!.bars[2]!;
  const at = { x: (left + right) / 2, y: scene.rows[1]!.plot.y + 4 };
  expect(histograms.hit(scene, at)).toEqual({ kind: 'histograms', layer: 1, bin: 2 });
  expect(histograms.move(scene, { kind: 'histograms', layer: 0, bin: 2 }, 'down')).toEqual({
    kind: 'histograms',
    layer: 1,
    bin: 2,
  });
  expect(histograms.move(scene, { kind: 'histograms', layer: 0, bin: 3 }, 'right')).toMatchObject({
    bin: 3,
  });
});
