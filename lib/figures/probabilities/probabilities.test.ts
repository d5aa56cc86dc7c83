import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '../setting';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { probabilities } from './index';
import { entropy, keptAmong, softmax } from './softmax';

const data = {
  labels: ['cat', 'dog', 'owl'],
  positions: [{ text: '', chosen: -1 }],
  logits: Float32Array.of(2, 1, 0),
  sampling: false,
};
const history = historyOf('probabilities', [[0, data]]);
const scene = probabilities.scene(history, 0, 600, NO_SETTINGS);

const text = {
  labels: [' ', 'a', 'b', 'c'],
  positions: [
    { text: 'a', chosen: 2 },
    { text: 'b', chosen: 1 },
  ],
  logits: Float32Array.of(0, 1, 3, 2, 5, 0, 0, 0),
  sampling: true,
};
const along = historyOf('probabilities', [[0, text]]);

describe('softmax', () => {
  it('gives the shares by hand, at any temperature', () => {
    // e^2, e^1, e^0 over their sum 11.107.
    expect(softmax([2, 1, 0], 1).map((p) => p.toFixed(4))).toEqual(['0.6652', '0.2447', '0.0900']);
    expect(softmax([2, 1, 0], 2)[0]).toBeCloseTo(Math.E / (Math.E + Math.exp(0.5) + 1), 10);
    expect(softmax([1000, 0], 1)).toEqual([1, 0]);
    expect(softmax([2, 1, 0], 1, [true, true, false])[0]).toBeCloseTo(Math.E / (Math.E + 1), 10);
  });

  it('has its entropy in bits', () => {
    expect(entropy([0.25, 0.25, 0.25, 0.25])).toBe(2);
    expect(entropy([1, 0])).toBeCloseTo(0, 12);
  });

  it('keeps the k most probable, and of those as few as reach p', () => {
    const shares = [0.1, 0.5, 0.15, 0.25];
    expect(keptAmong(shares, { topK: 2, topP: 1 })).toEqual([false, true, false, true]);
    expect(keptAmong(shares, { topK: 4, topP: 0.7 })).toEqual([false, true, false, true]);
    expect(keptAmong(shares, { topK: 4, topP: 0.76 })).toEqual([false, true, true, true]);
    expect(keptAmong(shares, { topK: 4, topP: 0.05 })).toEqual([false, true, false, false]);
  });
});

describe('drawing', () => {
  it('draws bars as wide as their shares, over a dashed outline of temperature 1', () => {
    const hot = probabilities.scene(history, 0, 600, { heat: 5 });
    const { context, calls } = recorder();
    probabilities.draw(context, hot, LIGHT, null);
    const bars = calls.filter((call) => call.name === 'fillRect');
    const share = softmax([2, 1, 0], 5)[0]!;
    expect(bars[0]?.args[2]).toBeCloseTo(hot.full * share, 6);
    const outline = calls.find((call) => call.name === 'strokeRect' && call.dash.length > 0);
    expect(outline?.args[2]).toBeCloseTo(hot.full * softmax([2, 1, 0], 1)[0]! - 1, 6);
    expect(textsOf(calls)).toEqual(expect.arrayContaining(['cat', share.toFixed(3)]));
  });

  it('shows the most probable of many, and what the rest is together', () => {
    const labels = Array.from({ length: 20 }, (_, i) => `w${i}`);
    const logits = Float32Array.from(labels, (_, i) => (i === 17 ? 3 : 0));
    const many = historyOf('probabilities', [[0, { ...data, labels, logits }]]);
    const { rows, others } = probabilities.scene(many, 0, 600, NO_SETTINGS);
    expect(rows[0]?.label).toBe(17);
    expect(others.count).toBe(8);
    expect(others.share).toBeCloseTo(8 / (19 + Math.exp(3)), 6);
  });

  it('lays the characters of a text out in lines, and says what came', () => {
    const narrow = probabilities.scene(along, 0, 320, { position: 0 });
    expect(narrow.boxes).toHaveLength(2);
    const { context, calls } = recorder();
    probabilities.draw(context, narrow, LIGHT, null);
    expect(textsOf(calls)).toContain('\u2423');
    expect(textsOf(calls).some((words) => words.endsWith('\u2190 came'))).toBe(true);
  });
});

describe('words', () => {
  it('says the most probable and the entropy', () => {
    expect(probabilities.describe(history, 0, NO_SETTINGS)).toBe(
      'At temperature 1.00 the most probable is cat with 0.665; the entropy is 1.201 of at most 1.585 bits. Dashed: temperature 1.',
    );
    expect(probabilities.describe(along, 0, { position: 0, k: 2 })).toContain(
      'after \u201ca\u201d is b',
    );
    expect(probabilities.describe(along, 0, { position: 0, k: 2 })).toContain(
      '2 of 4 may be drawn',
    );
  });

  it('fills the formula, and it works out', () => {
    expect(
      probabilities.formula(scene, { kind: 'probabilities', part: 'bar', index: 1 }),
    ).toContain(
      '\\frac{e^{1.000 / 1.00}}{e^{2.000 / 1.00} + e^{1.000 / 1.00} + e^{0 / 1.00}} = 0.245',
    );
    expect(probabilities.standing(scene)).toBe(
      probabilities.formula(scene, { kind: 'probabilities', part: 'bar', index: 0 }),
    );
  });

  it('tabulates logits and shares', () => {
    expect(probabilities.table(history, 0, NO_SETTINGS).rows[2]?.slice(0, 2)).toEqual(['owl', 0]);
  });
});

describe('logits that are no numbers', () => {
  const broken = historyOf('probabilities', [[0, { ...data, logits: Float32Array.of(2, NaN, Infinity) }]]); // prettier-ignore
  const of = probabilities.scene(broken, 0, 600, NO_SETTINGS);

  it('leave no probabilities, and no entropy, to be named', () => {
    expect(probabilities.describe(broken, 0, NO_SETTINGS)).toBe(
      'The probabilities are no numbers (NaN): of the 3 logits they are made from, 1 NaN and 1 infinite.',
    );
    expect(probabilities.table(broken, 0, NO_SETTINGS).rows[1]).toEqual(['dog', NaN, NaN, NaN]);
    expect(probabilities.standing(of)).toContain('NaN');
    expect(probabilities.readout(of, { kind: 'probabilities', part: 'bar', index: 0 })).toContain(
      'probability NaN',
    );
  });

  it('are drawn as the word NaN in its place', () => {
    const { context, calls } = recorder();
    probabilities.draw(context, of, LIGHT, null);
    const words = calls.filter((call) => call.name === 'fillText' && call.args[0] === 'NaN');
    expect(words).toHaveLength(3);
    for (const { args } of words) expect(Number.isFinite(args[1])).toBe(true);
  });

  it('count a masked label of minus infinity as one of no probability', () => {
    const masked = historyOf('probabilities', [[0, { ...data, logits: Float32Array.of(0, 0, -Infinity) }]]); // prettier-ignore
    expect(probabilities.describe(masked, 0, NO_SETTINGS)).toContain('cat with 0.500');
  });
});

it('goes through text and bars by key, pointer and press', () => {
  const of = probabilities.scene(along, 0, 320, NO_SETTINGS);
  expect(of.sampling.position).toBe(1);
  const box = of.boxes[0]!;
  const hit = probabilities.hit(of, { x: box.x + 3, y: box.y + 3 });
  expect(hit).toEqual({ kind: 'probabilities', part: 'text', index: 0 });
  expect(probabilities.press(of, hit!)).toEqual({ settings: { position: 0 } });
  const first = probabilities.move(of, null, 'down');
  expect(probabilities.move(of, first, 'up')).toEqual({
    kind: 'probabilities',
    part: 'text',
    index: 1,
  });
  expect(probabilities.move(of, hit, 'right')).toMatchObject({ part: 'text', index: 1 });
  expect(probabilities.move(of, hit, 'down')).toMatchObject({ part: 'bar' });
  const keys = probabilities.settings(along, 0, NO_SETTINGS).map(({ key }) => key);
  expect(keys).toEqual(['position', 'heat', 'k', 'p']);
});
