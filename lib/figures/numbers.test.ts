import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import { formatNumber, formatPercent, formatSigned, formatTick, joinWords } from './format';
import { frameAt } from './frame-at';
import { spread } from './spread';
import { fitText, textWidth } from './text';
import { thin } from './thin';
import { niceTicks } from './ticks';

describe('format', () => {
  it('writes numbers as people read them', () => {
    expect(
      [0.4121, -0.4, 12.345, 512.25, 2592, 0, 0.00004, NaN, -Infinity].map(formatNumber),
    ).toEqual(['0.412', '−0.400', '12.35', '512.3', '2,592', '0', '4.0e−5', 'NaN', '−infinity']);
    expect([0.431, -0.431, 0, Infinity].map(formatSigned)).toEqual([
      '+0.431',
      '−0.431',
      '0',
      'infinity',
    ]);
    expect(formatPercent(0.389)).toBe('38.9\u00a0%');
    expect(formatPercent(NaN)).toBe('none');
    expect(formatTick(0.30000000000000004, 0.1)).toBe('0.3');
    expect(formatTick(1200, 200)).toBe('1,200');
    expect(joinWords(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('niceTicks', () => {
  it('encloses a range in round steps', () => {
    expect(niceTicks(0.33, 0.68, 4)).toEqual({
      values: [0.3, 0.4, 0.5, 0.6, 0.7],
      step: 0.1,
      min: 0.3,
      max: 0.7,
    });
  });

  it('keeps whole numbers whole, and gives a single value room', () => {
    expect(niceTicks(1, 3, 10, true).values).toEqual([1, 2, 3]);
    const { min, max } = niceTicks(0.693, 0.693, 4);
    expect(min).toBeLessThan(0.693);
    expect(max).toBeGreaterThan(0.693);
    expect(niceTicks(Infinity, -Infinity, 4).values.length).toBeGreaterThan(1);
  });
});

describe('labels of ticks', () => {
  const labels = (min: number, max: number, count = 4) => {
    const { values, step } = niceTicks(min, max, count);
    return values.map((value) => formatTick(value, step));
  };

  it('have as many decimals as tell them apart', () => {
    expect(labels(8.05906, 8.05914)).toEqual([
      '8.05906',
      '8.05908',
      '8.05910',
      '8.05912',
      '8.05914',
    ]);
    expect(labels(0.00061, 0.00079)).toEqual(['6.0e−4', '6.5e−4', '7.0e−4', '7.5e−4', '8.0e−4']);
    expect(labels(1.05e-5, 1.2e-5, 3)).toEqual(['1.05e−5', '1.10e−5', '1.15e−5', '1.20e−5']);
    expect(labels(12_340_000, 12_380_000)).toEqual(['1.234e7', '1.235e7', '1.236e7', '1.237e7', '1.238e7']); // prettier-ignore
    expect(labels(-2e-6, 2e-6)).toEqual(['−2.0e−6', '−1.0e−6', '0', '1.0e−6', '2.0e−6']);
    expect(labels(0, 2_000_000)).toEqual(['0', '500,000', '1,000,000', '1,500,000', '2,000,000']);
  });

  it('differ from one another, and name their places, down to a billionth of the value', () => {
    const number = (text: string) => Number(text.replaceAll('−', '-').replaceAll(',', ''));
    fc.assert(
      fc.property(
        fc.double({ min: -9.99, max: 9.99, noNaN: true }),
        fc.integer({ min: -12, max: 12 }),
        fc.double({ min: -9, max: 3, noNaN: true }),
        fc.integer({ min: 2, max: 10 }),
        (digits, power, relative, count) => {
          const value = digits * 10 ** power;
          const width = Math.max(Math.abs(value), 10 ** power) * 10 ** relative;
          const { values, step } = niceTicks(value, value + width, count);
          const texts = values.map((one) => formatTick(one, step));
          expect(new Set(texts).size).toBe(texts.length);
          texts.forEach((text, i) =>
            expect(Math.abs(number(text) - values[i]!)).toBeLessThan(0.01 * step),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('give what is dust of arithmetic the room of a single value', () => {
    const { min, max } = niceTicks(8.0591, 8.0591 * (1 + 1e-15), 4);
    expect(max - min).toBeGreaterThan(0.1);
  });
});

describe('thin', () => {
  const frames = Array.from({ length: 1000 }, (_, i) => ({ step: i * 3 }));

  it('keeps the first, the last and an even spread', () => {
    const kept = thin(frames, 11).map((frame) => frame.step);
    expect(kept).toHaveLength(11);
    expect([kept[0], kept[10]]).toEqual([0, 2997]);
    kept
      .slice(1)
      .forEach((step, i) => expect(Math.abs(step - (kept[i] ?? 0) - 299.7)).toBeLessThan(4));
  });

  it('spreads by step, not by index, where frames crowd', () => {
    const crowded = [...Array.from({ length: 900 }, (_, i) => i), 2000, 3000, 4000].map((step) => ({
      step,
    }));
    const kept = thin(crowded, 5).map((frame) => frame.step);
    expect(kept).toEqual([0, 899, 2000, 3000, 4000]);
  });

  it('leaves short histories as they are, and never exceeds the cap', () => {
    const five = frames.slice(0, 5);
    expect(thin(five, 5)).toBe(five);
    expect(thin([], 5)).toEqual([]);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(9999), { minLength: 2, maxLength: 80 }),
        fc.integer({ min: 2, max: 30 }),
        (steps, cap) => {
          const some = steps.sort((a, b) => a - b).map((step) => ({ step }));
          const kept = thin(some, cap);
          expect(kept).toHaveLength(Math.min(cap, some.length));
          expect(kept[0]).toBe(some[0]);
          expect(kept[kept.length - 1]).toBe(some[some.length - 1]);
        },
      ),
    );
  });
});

describe('frameAt', () => {
  it('finds the last frame at or before a step', () => {
    const frames = [1, 5, 9].map((step) => ({ step }));
    expect([0, 1, 6, 9, 99].map((step) => frameAt(frames, step))).toEqual([0, 0, 1, 2, 2]);
    expect(frameAt([], 3)).toBe(-1);
  });
});

describe('spread', () => {
  it('parts what collides to both sides and leaves the rest', () => {
    expect(spread([50, 52, 100], 16, 0, 200)).toEqual([43, 59, 100]);
    expect(spread([52, 50], 16, 0, 200)).toEqual([59, 43]);
  });

  it('keeps order, gap and bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (places) => {
        const out = spread(places, 16, 0, 200).sort((a, b) => a - b);
        out.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(200);
          if (i > 0) expect(place - (out[i - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-9);
        });
      }),
    );
  });
});

it('cuts text to a width', () => {
  expect(fitText('age', 12, 100)).toBe('age');
  const cut = fitText('diabetes pedigree function', 12, 80);
  expect(cut.endsWith('…')).toBe(true);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(80);
});

it('writes CSV that keeps its text and runs nothing', () => {
  const rows = [
    ['a "b", c', 0.5],
    ['=HYPERLINK("x")', null],
    ['x', Math.fround(-0.5148)],
    ['y', 0.1 + 0.2],
  ];
  expect(toCsv({ caption: '', columns: ['n', 'v'], rows })).toBe(
    'n,v\r\n"a ""b"", c",0.5\r\n"\'=HYPERLINK(""x"")",\r\nx,-0.5148\r\ny,0.30000000000000004\r\n',
  );
});
