import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { control as controls, controlValue } from './arbitrary-controls';
import type { Control, ControlValue } from './control';
import { fitsControl } from './fits-control';
import { isControl, isControlValue } from './guard-control';
import { LIMITS } from './limits';

const head = { key: 'x', name: null, label: 'x' };
const slider: Control = {
  ...head,
  ...{ kind: 'slider', min: 1, max: 2, step: 0.1, scale: 'linear', value: 1 },
};
const choice: Control = { ...head, kind: 'choice', options: ['a', 'b'], value: 'a' };
const draw: Control = { ...head, kind: 'draw', size: 2, value: new Float32Array(4) };
const points: Control = {
  ...head,
  ...{ kind: 'points', x: [0, 1], y: [-1, 1], labels: ['a', 'b'], names: ['', ''], value: [] },
};
const file = (accept: 'csv' | 'image'): Control => ({
  ...head,
  ...{ kind: 'file', accept, side: 8, value: null },
});
const csv: ControlValue = { kind: 'csv', name: 'a.csv', text: 'a\n1' };
const image = (width: number, height: number, numbers = 4 * width * height): ControlValue => ({
  ...{ kind: 'image', name: 'a.png', width, height, pixels: new Uint8ClampedArray(numbers) },
});

describe('fitsControl', () => {
  it.each<[string, Control, ControlValue, boolean]>([
    ['an end of a slider', slider, 2, true],
    ['what lies beyond it', slider, 2.01, false],
    ['not a number', slider, NaN, false],
    ['a text for a slider', slider, '1', false],
    ['an option', choice, 'b', true],
    ['an option that is gone', choice, 'c', false],
    ['a drawing', draw, new Float32Array(4), true],
    ['a drawing of another size', draw, new Float32Array(9), false],
    ['points on the plane', points, [{ x: 1, y: -1, label: 1 }], true],
    ['no points', points, [], true],
    ['a point beside it', points, [{ x: 1.1, y: 0, label: 0 }], false],
    ['a point of no class', points, [{ x: 1, y: 0, label: 2 }], false],
    ['a drawing for points', points, new Float32Array(2), false],
    ['no file', file('csv'), null, true],
    ['a file of the kind', file('csv'), csv, true],
    ['a file of another kind', file('image'), csv, false],
    ['an image', file('image'), image(2, 2), true],
    ['null for a slider', slider, null, false],
  ])('%s', (_, control, value, fits) => {
    expect(fitsControl(control, value)).toBe(fits);
  });

  it('is total, and false for the values of another kind', () => {
    fc.assert(
      fc.property(controls, controlValue, (control, value) => {
        const fits = fitsControl(control, value);
        if (fits) expect(typeof value).toBe(typeof control.value);
        expect(fitsControl(control, control.value)).toBe(true);
      }),
    );
  });
});

describe('isControlValue', () => {
  it('bounds what a person can set', () => {
    const text = (length: number) => 'x'.repeat(length);
    const dots = (count: number) => Array.from({ length: count }, () => ({ x: 0, y: 0, label: 0 }));
    const side = LIMITS.drawSize;
    const table = (length: number) => ({ kind: 'csv', name: 'a', text: text(length) });
    const within = [
      text(LIMITS.controlText),
      dots(LIMITS.points),
      new Float32Array(side ** 2),
      table(LIMITS.csv),
      image(2_000, 2_000),
    ];
    const beyond = [
      text(LIMITS.controlText + 1),
      dots(LIMITS.points + 1),
      new Float32Array(side ** 2 + 1),
      table(LIMITS.csv + 1),
      image(2_000, 2_001),
    ];
    expect(within.map(isControlValue)).toEqual(within.map(() => true));
    expect(beyond.map(isControlValue)).toEqual(beyond.map(() => false));
  });

  it('takes no image whose pixels are not its size, and no endless number', () => {
    expect([image(2, 3, 23), image(0, 3), NaN, Infinity, undefined].map(isControlValue)).toEqual(
      new Array(5).fill(false),
    );
  });
});

describe('isControl', () => {
  it.each<[string, Control]>([
    ['a slider whose ends are one', { ...slider, max: 1 } as Control],
    ['a slider without steps', { ...slider, step: 0 } as Control],
    ['a slider that begins outside', { ...slider, value: 3 } as Control],
    ['a log scale that reaches 0', { ...slider, min: 0, scale: 'log' } as Control],
    ['a choice of nothing', { ...choice, options: [] } as Control],
    ['a pad without pixels', { ...draw, size: 0, value: new Float32Array(0) } as Control],
    ['a pad of another size', { ...draw, size: 3 } as Control],
    ['an axis that goes back', { ...points, x: [1, 0] } as Control],
    ['a plane without a class', { ...points, labels: [] } as Control],
    ['an axis with three ends', { ...points, x: [0, 1, 2] } as unknown as Control],
    ['a field without lines', { ...head, kind: 'text', lines: 0, placeholder: '', value: '' }],
    ['an image of no side', { ...file('image'), side: 0 } as Control],
  ])('is not %s', (_, control) => {
    expect(isControl(control)).toBe(false);
  });

  it('is what these are without the flaw', () => {
    expect([slider, choice, draw, points, file('csv')].every(isControl)).toBe(true);
  });
});
