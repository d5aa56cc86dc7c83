import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkLayer } from '@/lib/protocol';
import type { Setting } from '../setting';
import { unitFormula } from './unit-formula';
import { editKey, editsOf, putBack, trainedAt, withEdits } from './weight-edit';
import { choosing, chosenPlace, weightSettings } from './weight-settings';

const layers: NetworkLayer[] = [
  {
    name: 'dense 1',
    activation: 'relu',
    inputs: 2,
    units: 2,
    kernel: Float32Array.of(0.25, -0.5, 0.125, 1),
    bias: Float32Array.of(0.5, -0.25),
  },
];
const network = {
  layers,
  nameOf: (layer: number, unit: number) =>
    layer === 0 ? (['glucose', 'age'][unit] ?? '') : `unit ${unit + 1}`,
};
/** From age into unit 1: 0.125. */
const place = { layer: 1, unit: 0, from: 1 };

describe('edited weights', () => {
  it('stand in place of the trained ones, which stay as they are', () => {
    const edits = editsOf(layers, { [editKey(place)]: 2 });
    expect(Array.from(withEdits(layers, edits)[0]!.kernel)).toEqual([0.25, -0.5, 2, 1]);
    expect(trainedAt(layers, place)).toBe(0.125);
    const bias = editsOf(layers, { [editKey({ ...place, from: -1 })]: -3 });
    expect(Array.from(withEdits(layers, bias)[0]!.bias)).toEqual([-3, -0.25]);
  });

  it('are put back by settings', () => {
    const set = { [editKey(place)]: 2 };
    expect(editsOf(layers, { ...set, ...putBack(editsOf(layers, set)) })).toEqual([]);
  });

  it('count only where there is such a weight', () => {
    expect(editsOf(layers, { 'weight 1 2 0': 1, 'weight 2 0 0': 1, 'weight 1 0 2': 1 })).toEqual(
      [],
    );
  });
});

describe('settings of a weight', () => {
  const chosen = choosing(network, place, null);

  it('give the chosen one a slider with room, and say what it was', () => {
    const [from, slider] = weightSettings(network, { ...chosen, [editKey(place)]: 0.75 });
    expect(from).toMatchObject({ options: ['bias', 'glucose', 'age'], value: 'age' });
    expect(slider).toMatchObject({ min: -2, max: 2, value: 0.75, text: '+0.750 (trained +0.125)' });
  });

  /** Where a browser puts the thumb of a range input: at the stop nearest to its value. */
  const thumbOf = ({ min, step, value }: { min: number; step: number; value: number }) =>
    min + step * Math.round((value - min) / step);
  const sliderFor = (trained: number, set?: number) => {
    const own = { ...layers[0]!, kernel: Float32Array.of(0.25, -0.5, trained, 1) };
    const named = { ...network, layers: [own] };
    const settings = { ...chosen, ...(set === undefined ? {} : { [editKey(place)]: set }) };
    const slider = weightSettings(named, settings).find(({ kind }) => kind === 'slider');
    return slider as Extract<Setting, { kind: 'slider' }>;
  };

  it('begin exactly at the trained weight, and say the true number', () => {
    const slider = sliderFor(0.371);
    expect(slider.value).toBe(Math.fround(0.371));
    expect(slider.text).toBe('+0.371');
    expect(thumbOf(slider)).toBeCloseTo(Math.fround(0.371), 12);
    // Zero, which takes the weight away, is a stop too.
    expect(thumbOf({ ...slider, value: 0 })).toBeCloseTo(0, 12);
  });

  it('have a stop at any trained weight and at any that was set, about a hundred to each side', () => {
    fc.assert(
      fc.property(
        fc.float({ min: -8, max: 8, noNaN: true }),
        fc.option(fc.double({ min: -2, max: 2, noNaN: true }), { nil: undefined }),
        (trained, set) => {
          const slider = sliderFor(trained, set);
          expect(thumbOf(slider)).toBeCloseTo(set ?? trained, 9);
          const end = Math.max(Math.abs(slider.min), slider.max);
          expect(end / slider.step).toBeGreaterThan(49);
          expect(end / slider.step).toBeLessThan(152);
          // But for what counts as lying on a stop.
          expect(slider.min).toBeLessThanOrEqual(slider.value + 1e-9);
          expect(slider.max).toBeGreaterThanOrEqual(slider.value - 1e-9);
        },
      ),
    );
  });

  it('keep their stops while the weight is moved along them', () => {
    const slider = sliderFor(0.371);
    const moved = sliderFor(0.371, thumbOf({ ...slider, value: -1.3 }));
    expect([moved.min, moved.max, moved.step]).toEqual([slider.min, slider.max, slider.step]);
  });

  it('go to another weight of the unit by name', () => {
    expect(chosenPlace(network, { ...chosen, from: 'bias' })).toEqual({ ...place, from: -1 });
  });

  it('are let go by a second press, and offer the way back only after a change', () => {
    expect(chosenPlace(network, choosing(network, place, place))).toBeNull();
    expect(weightSettings(network, chosen)).toHaveLength(2);
    expect(weightSettings(network, { [editKey(place)]: 1 })).toEqual([
      {
        kind: 'action',
        key: 'back',
        label: 'Put the trained weight back',
        sets: { [editKey(place)]: false },
      },
    ]);
  });
});

describe('the formula of a unit', () => {
  const terms = { layer: layers[0]!, unit: 1, nameOf: (i: number) => network.nameOf(0, i) };

  it('has the numbers of an example, whose sum is right', () => {
    // -0.5 * 2 + 1 * 3 - 0.25 = 1.75
    const tex = unitFormula({ ...terms, values: [2, 3], result: 1.75, marked: 1 });
    expect(tex).toContain('\\underset{\\text{glucose}}');
    expect(tex).toContain('- 0.250 = 1.750');
    expect(tex).toContain('\\underline{\\underset{\\text{age}}{1.000 \\cdot 3.000}}');
    expect(tex).toContain('\\operatorname{ReLU}(1.750) = 1.750');
  });

  it('has names where there is no example', () => {
    const tex = unitFormula({ ...terms, values: null, result: NaN, marked: null });
    expect(tex).toContain('1.000 \\cdot \\text{age}');
    expect(tex).toContain('\\operatorname{ReLU}(z)');
  });

  it('writes the largest of many terms, and the sum of the rest', () => {
    const wide = {
      ...layers[0]!,
      inputs: 6,
      units: 1,
      kernel: Float32Array.of(1, 2, 3, 4, 5, 6),
      bias: Float32Array.of(0),
    };
    const values = [1, 1, 1, 1, 1, 1];
    const tex = unitFormula({
      ...{ layer: wide, unit: 0, nameOf: (i: number) => `x_${i}`, values, result: 21 },
      marked: 0,
    });
    // 1 is marked, 5 and 6 are the largest; 2 + 3 + 4 are left.
    expect(tex).toContain('\\underset{\\text{3 more}}{9.000}');
    expect(tex).toContain('\\text{x\\_0}');
    expect(tex).toContain('= 21.00');
  });
});
