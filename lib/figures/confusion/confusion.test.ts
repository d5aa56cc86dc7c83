import { describe, expect, it } from 'vitest';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { confusion } from './index';
import { scoresOf } from './scores';

/** By hand: 119 of 154 right; 33 of 54 with, 86 of 100 without. */
const data = { labels: ['healthy', 'diabetes'], counts: Uint32Array.of(86, 14, 21, 33) };
const history = historyOf('confusion', [[100, data]]);
const scene = confusion.scene(history, 0, 600, {});

describe('scores', () => {
  it('counts by hand', () => {
    const scores = scoresOf(data);
    expect([scores.total, scores.right]).toEqual([154, 119]);
    expect(scores.accuracy).toBeCloseTo(119 / 154, 12);
    expect(scores.rows.map((row) => row.recall)).toEqual([0.86, 33 / 54]);
  });

  it('describes accuracy and each recall', () => {
    expect(confusion.describe(history, 0)).toBe(
      'Of 154 cases 119 are predicted right, an accuracy of 0.773; ' +
        'recall is 86.0\u00a0% for healthy and 61.1\u00a0% for diabetes.',
    );
  });

  it('names only the ends of many classes, and leaves out those without cases', () => {
    const counts = new Uint32Array(36);
    [10, 9, 8, 7, 6].forEach((right, i) => (counts[i * 7] = right));
    counts[1] = 10;
    const labels = [...'abcdef'];
    const sentence = confusion.describe(historyOf('confusion', [[1, { labels, counts }]]), 0);
    expect(sentence).toContain('recall is from 50.0\u00a0% for a to 100\u00a0% for');
    const none = { labels, counts: new Uint32Array(36) };
    expect(confusion.describe(historyOf('confusion', [[1, none]]), 0)).toBe(
      'No cases have been counted.',
    );
  });
});

it('tabulates counts, totals and recall', () => {
  expect(confusion.table(history, 0)).toMatchObject({
    columns: ['actual', 'predicted healthy', 'predicted diabetes', 'total', 'recall'],
    rows: [
      ['healthy', 86, 14, 100, 0.86],
      ['diabetes', 21, 33, 54, 33 / 54],
    ],
  });
});

it('draws counts with shares, totals, headings, and a border round the diagonal', () => {
  const { context, calls } = recorder();
  confusion.draw(context, scene, LIGHT, null);
  const texts = textsOf(calls);
  expect(texts).toEqual(
    expect.arrayContaining([
      '86',
      '86.0\u00a0%',
      '14',
      '38.9\u00a0%',
      '100',
      '54',
      'actual',
      'predicted',
    ]),
  );
  const borders = calls.filter(
    (call) => call.name === 'strokeRect' && call.strokeStyle === LIGHT.ink,
  );
  const { plot, cell } = scene;
  expect(borders.map((call) => call.args.slice(0, 2))).toEqual([
    [plot.x + 2, plot.y + 2],
    [plot.x + cell.width + 2, plot.y + cell.height + 2],
  ]);
});

it('fits ten classes into 320 px by scrolling, never under a readable cell', () => {
  const labels = [...'0123456789'];
  const ten = confusion.scene(
    historyOf('confusion', [[0, { labels, counts: new Uint32Array(100) }]]),
    0,
    320,
    {},
  );
  expect(ten.cell.width).toBeGreaterThanOrEqual(30);
  expect(ten.width).toBeGreaterThan(320);
});

it('hits, moves and reads', () => {
  const { plot, cell } = scene;
  const cursor = confusion.hit(scene, { x: plot.x + 5, y: plot.y + cell.height + 5 });
  expect(cursor).toEqual({ kind: 'confusion', actual: 1, predicted: 0 });
  expect(confusion.readout(scene, cursor!)).toBe(
    'actual diabetes, predicted healthy: 21 of 54 (38.9\u00a0%), wrong',
  );
  expect(confusion.move(scene, cursor, 'right')).toMatchObject({ actual: 1, predicted: 1 });
  expect(confusion.move(scene, cursor, 'up')).toMatchObject({ actual: 0, predicted: 0 });
});

describe('with examples', () => {
  const examples = {
    pixels: {
      ...{ count: 3, height: 2, width: 2, channels: 1 },
      levels: new Uint8Array(12).fill(127),
      ranges: Float32Array.of(0, 1, 0, 1, 0, 1),
    },
    // Two of diabetes taken for healthy, one of healthy taken for diabetes.
    cells: Uint32Array.of(2, 1, 2),
    places: Uint32Array.of(0, 5, 9),
  };
  const own = historyOf('confusion', [[0, { ...data, examples }]]);
  const shown = (settings: Record<string, number> = {}) => confusion.scene(own, 0, 600, settings);
  const cell = (actual: number, predicted: number) =>
    ({ kind: 'confusion', actual, predicted }) as const;

  it('shows at first those of the mistake that is made most often', () => {
    const { context, calls } = recorder();
    confusion.draw(context, shown(), LIGHT, null);
    expect(textsOf(calls)).toContain('diabetes, taken for healthy: 2 of 21');
    expect(calls.filter((call) => call.name === 'drawRaster')).toHaveLength(2);
    expect(shown().height).toBeGreaterThan(scene.height);
  });

  it('opens a cell by a press, and closes it by another', () => {
    expect(confusion.press(shown(), cell(0, 1))).toEqual({ settings: { open: 1 } });
    expect(shown({ open: 1 }).opened).toMatchObject({ actual: 0, predicted: 1, images: [1] });
    expect(confusion.press(shown({ open: 1 }), cell(0, 1))).toEqual({ settings: { open: -1 } });
    expect(shown({ open: -1 }).opened).toBeNull();
    expect(confusion.press(scene, cell(0, 1))).toBeNull();
  });
});
