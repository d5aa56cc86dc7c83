import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '../setting';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import type { Distribution, HistogramLayer } from './data';
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
