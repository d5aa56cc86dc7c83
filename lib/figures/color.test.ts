import { describe, expect, it } from 'vitest';
import { contrast, luminance, mix, parseColor } from './color';
import { diverging, magnitude, textOn } from './ramp';
import { DARK, LIGHT } from './testing/themes';

describe('parseColor', () => {
  it('reads the forms that CSS hands back', () => {
    expect(parseColor('#0a80ff')).toEqual([10, 128, 255]);
    expect(parseColor('#fc0')).toEqual([255, 204, 0]);
    expect(parseColor('rgb(1, 2, 3)')).toEqual([1, 2, 3]);
  });

  it('refuses what it can not read', () => {
    expect(() => parseColor('papayawhip')).toThrow('papayawhip');
    expect(() => parseColor('')).toThrow();
  });
});

describe('mix', () => {
  it('keeps its ends and passes OKLab grey half way between black and white', () => {
    expect(mix('#123456', '#abcdef', 0)).toBe('#123456');
    expect(mix('#123456', '#abcdef', 1)).toBe('#abcdef');
    // L = 0.5 is linear 0.125, which sRGB writes as 0.3886 = 99 of 255.
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#636363');
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  // A published pair: #767676 is the lightest grey that is AA on white.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe.each([
  ['light', LIGHT, -1],
  ['dark', DARK, 1],
] as const)('ramps on %s paper', (_, theme, direction) => {
  const shares = Array.from({ length: 41 }, (_, i) => i / 40);

  it('run through paper at zero to the sign colours', () => {
    expect(diverging(0, theme)).toBe(theme.paper);
    expect(diverging(-1, theme)).toBe(theme.negative);
    expect(diverging(2, theme)).toBe(theme.positive);
    expect(magnitude(0, theme)).toBe(theme.paper);
  });

  it('grow steadily away from the paper', () => {
    const lights = shares.map((share) => luminance(magnitude(share, theme)) * direction);
    lights.slice(1).forEach((light, i) => expect(light).toBeGreaterThan(lights[i] ?? 0));
  });

  it('carry text that is AA everywhere', () => {
    for (const share of shares) {
      for (const color of [magnitude(share, theme), diverging(2 * share - 1, theme)]) {
        expect(contrast(textOn(color, theme), color)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
