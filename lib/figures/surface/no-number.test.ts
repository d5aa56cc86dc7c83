import { describe, expect, it } from 'vitest';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { surface } from './index';
import { dense, sample as data } from './sample';

describe('what is no number', () => {
  const last = (kernel: number[], bias: number[]) => [
    data.layers[0]!,
    dense('out', bias.length > 1 ? 'softmax' : 'sigmoid', kernel, bias),
  ];
  const of = (over: Partial<typeof data>) => historyOf('surface', [[0, { ...data, ...over }]]);
  const draw = (history: ReturnType<typeof of>) => {
    const { context, calls } = recorder();
    surface.draw(context, surface.scene(history, 0, 672, {}), LIGHT, null);
    return calls;
  };
  const place = { kind: 'surface', part: 'plane', x: 0.5, y: 0 } as const;

  it('is not counted as an answer: of one output', () => {
    const broken = of({ layers: last([NaN, 0], [0]) });
    expect(surface.describe(broken, 0, {})).toBe(
      'The answer is no number (NaN) at each of the 3 points.',
    );
    const { rows } = surface.table(broken, 0, {});
    expect(rows.map((row) => row.slice(3))).toEqual(Array(3).fill([NaN, 'no number']));
    const calls = draw(broken);
    expect(textsOf(calls)).toContain('the answer: NaN everywhere, no number');
    expect(surface.readout(surface.scene(broken, 0, 672, {}), place)).toBe(
      'across 0.500, up 0: answer NaN',
    );
    expect(surface.formula(surface.scene(broken, 0, 672, {}), place)).toContain('NaN');
  });

  it('is not counted as an answer: of several outputs', () => {
    const broken = of({ layers: last([NaN, 0, 0, 0], [0, 0]) });
    expect(surface.describe(broken, 0, {})).toContain('no number (NaN) at each of the 3 points');
    const calls = draw(broken);
    const answer = calls.filter(({ name }) => name === 'drawRaster').at(-1);
    const { rgba } = answer!.args[0] as { rgba: Uint8ClampedArray };
    expect(Array.from(rgba.subarray(0, 3))).toEqual([0xb9, 0xb3, 0xa8]);
    expect(surface.formula(surface.scene(broken, 0, 672, {}), place)).toContain('NaN');
  });

  it('is counted apart where some answers are numbers', () => {
    const grid = {
      ...{ rows: 1, columns: 1, outputs: 1, low: 0, high: 1, values: Uint8Array.of(0) },
      answers: Float32Array.of(NaN, 0.75, 0.25),
    };
    expect(surface.describe(of({ layers: [], grid }), 0, {})).toBe(
      'The answer is no number (NaN) at 1 of 3 points, and right for 1 (33.3\u00a0%).',
    );
  });

  it('is said of the plane where there are no points', () => {
    const none = { points: new Float32Array(0), classes: new Uint8Array(0) };
    const all = of({ ...none, layers: last([NaN, 0], [0]) });
    expect(surface.describe(all, 0, {})).toBe(
      'The answer is nowhere a number (NaN all over the plane).',
    );
    // Beyond x = 0.113 the sum is infinity minus infinity in 32 bits, which 21 of 48 columns are; before, it is 0.
    const half = [
      dense('hidden', 'relu', [3e38, 3e38, 0, 0], [0, 0]),
      dense('larger', 'linear', [10, 0, 0, 10], [0, 0]),
      dense('out', 'linear', [1, -1], [0]),
    ];
    const some = of({ ...none, layers: half });
    expect(surface.describe(some, 0, {})).toBe(
      'The answer runs from 0 to 0 over the plane, and is no number (NaN) on 43.8\u00a0% of it.',
    );
    expect(textsOf(draw(some))).toContain('the answer; gray is NaN, no number');
    expect(() => draw(some)).not.toThrow();
    const numbers = draw(some).flatMap(({ args }) => args.filter((arg) => typeof arg === 'number'));
    expect(numbers.every((number) => !Number.isNaN(number))).toBe(true);
  });
});
