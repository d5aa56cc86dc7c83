import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastPosition, positionOf, valueAt, type Slider } from './slider-scale';
import { readSlider, sliderText } from './slider-text';

const slider = (change: Partial<Slider>): Slider => ({
  kind: 'slider',
  ...{ key: 'rate', name: 'rate', label: 'Rate' },
  ...{ min: 0, max: 1, step: 0.1, scale: 'linear', value: 0.5 },
  ...change,
});

const LOG = slider({ min: 0.001, max: 1, step: 0.01, scale: 'log', value: 0.03 });
const LAYERS = slider({ min: 1, max: 8, step: 1, value: 2 });

const linear = fc
  .record({
    min: fc.integer({ min: -1000, max: 1000 }),
    range: fc.integer({ min: 1, max: 2000 }),
    step: fc.constantFrom(0.001, 0.01, 0.1, 0.25, 0.3, 1, 7),
  })
  .map(({ min, range, step }) => slider({ min, max: min + range, step }));

const logarithmic = fc
  .record({
    from: fc.integer({ min: -8, max: 3 }),
    decades: fc.integer({ min: 1, max: 8 }),
    step: fc.constantFrom(0.001, 0.01, 0.05, 0.1, Math.log10(2), 1),
  })
  .map(({ from, decades, step }) =>
    slider({ min: 10 ** from, max: 10 ** (from + decades), step, scale: 'log' }),
  );

describe('a slider’s positions', () => {
  it('come back from their values, on either scale', () => {
    fc.assert(
      fc.property(
        fc.oneof(linear, logarithmic),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, at) => {
          const position = Math.round(at * lastPosition(scale));
          expect(positionOf(scale, valueAt(scale, position))).toBe(position);
        },
      ),
    );
  });

  it('have values that rise, from the least to the most', () => {
    fc.assert(
      fc.property(
        fc.oneof(linear, logarithmic),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, at) => {
          const last = lastPosition(scale);
          expect([valueAt(scale, 0), valueAt(scale, last)]).toEqual([scale.min, scale.max]);
          const position = Math.floor(at * (last - 1));
          expect(valueAt(scale, position + 1)).toBeGreaterThan(valueAt(scale, position));
        },
      ),
    );
  });

  it('have decimals without the dust of binary fractions', () => {
    const tenths = slider({});
    const values = Array.from({ length: 11 }, (_, position) => valueAt(tenths, position));
    expect(values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  });

  it('go evenly through the exponents of a logarithmic scale', () => {
    expect(lastPosition(LOG)).toBe(300);
    expect([100, 150, 200].map((position) => valueAt(LOG, position))).toEqual([0.01, 0.0316, 0.1]);
    const doubling = slider({ min: 1, max: 1024, step: Math.log10(2), scale: 'log' });
    const values = Array.from({ length: 11 }, (_, position) => valueAt(doubling, position));
    expect(values).toEqual(values.map((_, power) => 2 ** power));
  });

  it('reach a greatest value that no whole number of steps reaches', () => {
    const thirds = slider({ min: 0, max: 1, step: 0.3 });
    expect(lastPosition(thirds)).toBe(4);
    expect([3, 4].map((position) => valueAt(thirds, position))).toEqual([0.9, 1]);
  });

  it('hold values off the grid and out of range at the nearest', () => {
    expect(positionOf(LAYERS, 2.4)).toBe(1);
    expect(positionOf(LAYERS, -5)).toBe(0);
    expect(positionOf(LAYERS, 99)).toBe(7);
    expect(positionOf(LOG, 0.03)).toBe(148);
  });
});

describe('a slider’s number', () => {
  it('is written with the decimals of the step', () => {
    expect(sliderText(slider({ step: 0.05 }), 0.5)).toBe('0.50');
    expect(sliderText(LAYERS, 3)).toBe('3');
    expect(sliderText(slider({ min: -1, step: 0.25 }), -0.75)).toBe('-0.75');
  });

  it('is never rounded to another number', () => {
    expect(sliderText(LAYERS, 2.5)).toBe('2.5');
    expect(sliderText(LOG, 0.03)).toBe('0.03');
    expect(sliderText(slider({ min: 1e-6, scale: 'log' }), 2e-6)).toBe('2e-6');
  });

  it('is read as typed, with a decimal comma too', () => {
    expect(readSlider(LOG, ' 0,0123 ')).toEqual({ value: 0.0123 });
    expect(readSlider(LOG, '1e-3')).toEqual({ value: 0.001 });
    expect(readSlider(slider({ min: -1 }), '\u22120.5')).toEqual({ value: -0.5 });
  });

  it('is taken to the nearest step of a linear scale', () => {
    expect(readSlider(LAYERS, '3.6')).toEqual({ value: 4 });
  });

  it('is refused with the range in a sentence', () => {
    for (const text of ['', 'many', '1,000.5', 'Infinity']) {
      expect(readSlider(LAYERS, text)).toEqual({
        problem: 'This is not a number. Type a number from 1 to 8.',
      });
    }
    expect(readSlider(LAYERS, '9')).toEqual({
      problem: 'This is out of range. Type a number from 1 to 8.',
    });
  });
});
