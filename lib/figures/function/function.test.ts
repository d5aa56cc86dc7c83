import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '../setting';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import type { FunctionData } from './data';
import { functionFigure as figure } from './index';

const xs = Array.from({ length: 241 }, (_, i) => -6 + 0.05 * i);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const data: FunctionData = {
  from: -6,
  to: 6,
  low: NaN,
  high: NaN,
  curves: [
    {
      name: 'sigmoid',
      known: 'sigmoid',
      y: Float32Array.from(xs, sigmoid),
      slope: Float32Array.from(xs, (x) => sigmoid(x) * (1 - sigmoid(x))),
      method: 'automatic',
    },
    {
      name: 'relu',
      known: 'relu',
      y: Float32Array.from(xs, (x) => Math.max(0, x)),
      slope: Float32Array.from(xs, (x) => (x > 1e-9 ? 1 : 0)),
      method: 'differences',
    },
  ],
};
const history = historyOf('function', [[0, data]]);
const scene = figure.scene(history, 0, 640, { x: 0 });
const relu = figure.scene(history, 0, 640, { function: 'relu', x: -2 });

function draw(of = scene) {
  const { context, calls } = recorder();
  figure.draw(context, of, LIGHT, null);
  return calls;
}

describe('flat stretches', () => {
  it('of the sigmoid begin where its slope is 5 % of a quarter', () => {
    // s (1 - s) = 0.0125 gives s = 0.98734 and x = ln(s / (1 - s)) = 4.357, between two samples.
    expect(scene.flats.map(({ from, to, dead }) => [from, to, dead])).toEqual([
      [-6, -4.4, false],
      [4.4, 6, false],
    ]);
  });

  it('of the ReLU are all of the left, and dead', () => {
    expect(relu.flats).toMatchObject([{ from: -6, to: 0, dead: true }]);
    expect(figure.describe(history, 0, { function: 'relu' })).toContain(
      'exactly 0 up to x = 0: dead',
    );
  });
});

describe('drawing', () => {
  it('has one scale for all functions, and the mark where the slider is', () => {
    expect(scene.value.y.place(1) - scene.value.y.place(0)).toBeCloseTo(
      relu.value.y.place(1) - relu.value.y.place(0),
      9,
    );
    const dots = draw().filter((call) => call.name === 'fill' && call.path[0]?.name === 'arc');
    expect(dots[0]?.path[0]?.args[0]).toBeCloseTo(scene.x.place(0), 6);
    expect(dots[0]?.path[0]?.args[1]).toBeCloseTo(scene.value.y.place(0.5), 6);
    expect(dots[1]?.path[0]?.args[1]).toBeCloseTo(scene.slope.y.place(0.25), 6);
  });

  it('draws the tangent with the slope', () => {
    const dashed = draw().find((call) => call.name === 'stroke' && call.dash[0] === 6);
    const [a, b] = dashed!.path.map(({ args }) => args);
    const rise = scene.value.y.value(b![1]!) - scene.value.y.value(a![1]!);
    const run = scene.x.value(b![0]!) - scene.x.value(a![0]!);
    expect(rise / run).toBeCloseTo(0.25, 6);
  });

  it('writes what is flat, and both numbers', () => {
    expect(textsOf(draw())).toEqual(expect.arrayContaining(['saturated', '0.500', '0.250']));
    expect(textsOf(draw(relu))).toContain('slope 0: dead');
  });
});

describe('words', () => {
  it('says value, slope, the steepest place and the method', () => {
    expect(figure.describe(history, 0, { x: 0 })).toBe(
      'At x = 0 sigmoid is 0.500 and its slope 0.250. It is steepest at x = 0, with slope 0.250. ' +
        'The slope is below 5\u00a0% of its largest up to x = −4.400 and from x = 4.400 on: saturated. ' +
        'Slopes by automatic differentiation.',
    );
    expect(figure.describe(history, 0, { function: 'relu' })).toContain(
      'differences of close values',
    );
  });

  it('fills the formula with the numbers at the cursor', () => {
    const tex = figure.formula(scene, { kind: 'function', at: 120 });
    expect(tex).toContain('\\sigma(0) & = \\frac{1}{1 + e^{-0}} = 0.500');
    expect(tex).toContain("\\sigma'(0) & = \\sigma(0)\\,(1 - \\sigma(0)) = 0.250");
    expect(figure.standing(relu)).toContain('\\max(0,\\ -2.000) = 0 ');
  });

  it('reads, and tabulates every function', () => {
    expect(figure.readout(scene, { kind: 'function', at: 140 })).toBe(
      'sigmoid at x = 1.000: 0.731, slope 0.197',
    );
    expect(figure.table(history, 0).columns).toHaveLength(5);
    expect(figure.table(history, 0).rows[140]).toEqual([1, 0.7310586, 0.1966119, 1, 1]);
  });
});

it('moves by pointer, key and press', () => {
  const at = { x: scene.x.place(1.5), y: scene.slope.plot.y + 5 };
  expect(figure.hit(scene, at)).toEqual({ kind: 'function', at: 150 });
  expect(figure.hit(scene, { x: at.x, y: scene.height })).toBeNull();
  expect(figure.move(scene, null, 'right')).toEqual({ kind: 'function', at: 121 });
  expect(figure.move(scene, { kind: 'function', at: 239 }, 'up')).toEqual({
    kind: 'function',
    at: 240,
  });
  expect(figure.press(scene, { kind: 'function', at: 150 })).toEqual({ settings: { x: 1.5 } });
  expect(figure.settings(history, 0, NO_SETTINGS).map(({ key }) => key)).toEqual(['function', 'x']);
});

describe('what is no number', () => {
  const of = (y: (i: number) => number, slope: (i: number) => number) =>
    historyOf('function', [
      [
        0,
        {
          ...data,
          curves: [
            {
              ...data.curves[0]!,
              y: Float32Array.from(xs, (_, i) => y(i)),
              slope: Float32Array.from(xs, (_, i) => slope(i)),
            },
          ],
        },
      ],
    ]);

  it('is said, of all and of some, and drawn without a number', () => {
    const none = of(
      () => NaN,
      () => NaN,
    );
    expect(figure.describe(none, 0, { x: 0 })).toBe(
      'At x = 0 sigmoid is NaN and its slope NaN. ' +
        'The value is nowhere a number and the slope is nowhere a number. ' +
        'Slopes by automatic differentiation.',
    );
    const some = of(
      (i) => (i < 3 ? -Infinity : i),
      (i) => (i === 5 ? NaN : i),
    );
    expect(figure.describe(some, 0, { x: 0 })).toContain(
      'The value is no number at some x (3 infinite of 241) and the slope is no number at some x (1 NaN of 241).',
    );
    for (const history of [none, some]) {
      expect(() => draw(figure.scene(history, 0, 640, { x: 0 }))).not.toThrow();
    }
    expect(figure.table(none, 0).rows[0]?.slice(1)).toEqual([NaN, NaN]);
  });
});
