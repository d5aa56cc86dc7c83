import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { DARK, LIGHT } from '../testing/themes';
import { contoursOf } from './contours';
import { fieldOf } from './field';
import { gaussian } from './gaussian';
import { descent } from './index';
import { levelsOf } from './levels';
import { resampled } from './resample';
import { placeOf } from './scene';

type Data = FrameData['descent'];
const N = 65;

/** A loss on a plane, and one path of so many steps of SGD by its exact gradient. */
function dataOf(
  loss: (x: number, y: number) => number,
  slope: (x: number, y: number) => [number, number],
  { x, y, start, rate = 0.1, steps = 20 }: { x: [number, number]; y: [number, number]; start: [number, number]; rate?: number; steps?: number }, // prettier-ignore
): Data {
  const along = ([low, high]: [number, number], i: number) => low + ((high - low) * i) / (N - 1);
  const surface = Float32Array.from({ length: N * N }, (_, i) =>
    loss(along(x, i % N), along(y, Math.floor(i / N))),
  );
  const points: number[] = [];
  let [a, b] = start;
  for (let step = 0; step <= steps; step++) {
    const [dx, dy] = slope(a, b);
    points.push(a, b, loss(a, b), dx, dy);
    [a, b] = [a - rate * dx, b - rate * dy];
  }
  const rule = {
    kind: 'sgd',
    rate,
    momentum: 0,
    decay: 0,
    beta1: 0,
    beta2: 0,
    epsilon: 0,
  } as const;
  const paths = [{ name: 'SGD', rule, points: Float32Array.from(points) }];
  return { names: ['x', 'y'], x, y, rows: N, columns: N, surface, paths };
}

const bowl = dataOf(
  (x, y) => x * x + 4 * y * y,
  (x, y) => [2 * x, 8 * y],
  { x: [-2, 2], y: [-1, 1], start: [1.5, -0.5] },
);
const rosenbrock = (x: number, y: number) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
const rosenbrockSlope = (x: number, y: number): [number, number] => [
  -2 * (1 - x) - 400 * x * (y - x * x),
  200 * (y - x * x),
];
const valley = dataOf(rosenbrock, rosenbrockSlope, {
  x: [-2, 2],
  y: [-1, 3],
  start: [-1.2, 1],
  rate: 0.0005,
});
const history = historyOf('descent', [[0, bowl]]);
const scene = (settings = {}) => descent.scene(history, 0, 672, settings);

describe('the surface between its points', () => {
  it('has the loss and the slope of a bent valley, where differences are largest', () => {
    const field = fieldOf(valley);
    for (const [x, y] of [
      [-1.23, 1.51],
      [0.51, 0.26],
      [1.02, 1.05],
      [-1.98, 2.97],
      [1.99, -0.99],
    ] as const) {
      // prettier-ignore
      const got = field(x, y)!;
      const [dx, dy] = rosenbrockSlope(x, y);
      expect(Math.abs(got.loss - rosenbrock(x, y))).toBeLessThan(0.003);
      expect(Math.abs(got.dx - dx)).toBeLessThan(0.06);
      expect(Math.abs(got.dy - dy)).toBeLessThan(0.06);
    }
  });

  it('is the same on a finer grid as at each place of it', () => {
    const { surface, ...rest } = bowl;
    // A wavy surface with a hole, whose edges are of no polynomial.
    const wavy = {
      ...rest,
      surface: surface.map((loss, i) => (i === 900 ? NaN : loss + Math.sin(i))),
    };
    const places = Float64Array.from({ length: 97 }, (_, i) => (i / 96) * (N - 1));
    const fine = resampled(wavy, places, places);
    const field = fieldOf(wavy);
    const [x, y] = [
      (column: number) => -2 + (4 * column) / (N - 1),
      (row: number) => -1 + (2 * row) / (N - 1),
    ];
    for (let at = 0; at < fine.length; at += 7) {
      const loss = field(x(places[at % 97]!), y(places[Math.floor(at / 97)]!))?.loss ?? NaN;
      if (Number.isNaN(loss)) expect(fine[at]).toBeNaN();
      else expect(fine[at]).toBeCloseTo(loss, 9);
    }
  });

  it('ends at the edge of the plane', () => {
    expect(fieldOf(bowl)(2, 1)?.loss).toBeCloseTo(8, 4);
    expect(fieldOf(bowl)(2.01, 0)).toBeNull();
  });
});

describe('contour lines', () => {
  it('run where the loss has their height', () => {
    const contours = contoursOf(bowl);
    expect(contours.length).toBeGreaterThan(5);
    for (const { height, lines } of contours) {
      for (const [across, up] of lines.flat()) {
        const [x, y] = [-2 + 4 * across, -1 + 2 * up];
        expect(Math.abs(x * x + 4 * y * y - height)).toBeLessThan(0.01);
      }
    }
  });

  it('close around a lowest point, and are evenly spaced only where the loss is', () => {
    const lowest = contoursOf(bowl)[0]!;
    expect(lowest.lines).toHaveLength(1);
    expect(lowest.lines[0]![0]).toEqual(lowest.lines[0]!.at(-1));
    const even = levelsOf(bowl).heights;
    expect(even[1]! - even[0]!).toBeCloseTo(even[5]! - even[4]!, 6);
    const skewed = levelsOf(valley).heights;
    expect(skewed.at(-1)! / skewed.at(-2)!).toBeGreaterThan(1.9);
  });

  it('meet in no point at a pass', () => {
    const pass = dataOf((x, y) => x * y, (x, y) => [y, x], { x: [-1, 1], y: [-1, 1], start: [0.5, 0.5] }); // prettier-ignore
    for (const { lines } of contoursOf(pass)) expect(lines.length).toBeGreaterThanOrEqual(2);
  });
});

describe('what a reader sets', () => {
  it('takes the cell\u2019s own path until something is set', () => {
    expect(scene().runs[0]!.spots[3]!.x).toBeCloseTo(1.5 * 0.8 ** 3, 6);
    expect(descent.describe(history, 0, {})).toBe(
      'After step 20 of 20 from (1.500, \u22120.500) the loss is 3.0e\u22124 with SGD.',
    );
  });

  it('computes the path from another start by the optimizer\u2019s formula', () => {
    const { runs } = scene({ x: -1, y: 0.8 });
    expect(runs[0]!.spots[5]!.x).toBeCloseTo(-(0.8 ** 5), 3);
    expect(runs[0]!.spots[5]!.y).toBeCloseTo(0.8 * 0.2 ** 5, 3);
    expect(descent.describe(history, 0, { x: -1, y: 0.8 })).toContain('on the surface as drawn');
  });

  it('multiplies learning rates, and says when a path leaves', () => {
    const settings = { rate: 0.5 };
    expect(scene(settings).runs[0]!.spots[1]!.x).toBeCloseTo(1.5 * (1 - 0.2 * 10 ** 0.5), 3);
    expect(descent.describe(history, 0, settings)).toMatch(
      /SGD, which left the drawing at step \d/,
    );
  });

  it('adds the same noise to the gradient each time, of the size that it says', () => {
    const once = scene({ noise: 0.5 }).runs[0]!.spots.map(({ dx }) => dx);
    const again = scene({ noise: 0.5 }).runs[0]!.spots.map(({ dx }) => dx);
    expect(again).toEqual(once);
    expect(once[4]).not.toBeCloseTo(scene().runs[0]!.spots[4]!.dx, 2);
    const normal = gaussian(1);
    const many = Array.from({ length: 20_000 }, normal);
    expect(many.reduce((a, b) => a + b) / many.length).toBeCloseTo(0, 1);
    expect(many.reduce((a, b) => a + b * b, 0) / many.length).toBeCloseTo(1, 1);
  });

  it('offers the way back once something is set', () => {
    const keys = (settings: object) =>
      descent.settings(history, 0, settings as never).map(({ key }) => key);
    expect(keys({})).toEqual(['step', 'x', 'y', 'rate', 'noise']);
    expect(keys({ noise: 0.1 })).toContain('back');
  });
});

describe('cursor', () => {
  it('finds a step of a path, and elsewhere the place on the surface', () => {
    const now = scene();
    const spot = now.runs[0]!.spots[2]!;
    expect(descent.hit(now, placeOf(now, spot.x, spot.y))).toEqual({ kind: 'descent', path: 0, step: 2 }); // prettier-ignore
    const free = descent.hit(now, placeOf(now, -1, 0.5))!;
    expect(free).toMatchObject({ kind: 'descent' });
    expect('x' in free && free.x).toBeCloseTo(-1, 2);
    expect(descent.readout(now, { kind: 'descent', x: -1, y: 0.5 })).toBe(
      'x \u22121.000, y 0.500: loss 2.000, gradient (\u22122.000, 4.000). Press to start here.',
    );
    expect(descent.hit(now, { x: 1, y: 1 })).toBeNull();
  });

  it('starts where the surface is pressed, and shows the step that is pressed', () => {
    const now = scene();
    expect(descent.press(now, { kind: 'descent', x: -1, y: 0.5 })).toEqual({ settings: { x: -1, y: 0.5 } }); // prettier-ignore
    expect(descent.press(now, { kind: 'descent', path: 0, step: 4 })).toEqual({ settings: { step: 4 } }); // prettier-ignore
  });

  it('walks along a path by keyboard and writes the step out', () => {
    const now = scene();
    const at = descent.move(now, null, 'left');
    expect(at).toEqual({ kind: 'descent', path: 0, step: 20 });
    expect(descent.move(now, at, 'home')).toEqual({ kind: 'descent', path: 0, step: 0 });
    expect(descent.formula(now, { kind: 'descent', path: 0, step: 0 })).toContain(
      'x_{1} &= x_{0} - \\eta\\, g = 1.500 - 0.100 \\cdot 3.000 = \\mathbf{1.200}',
    );
  });
});

describe('drawing', () => {
  const draw = (settings = {}, theme = LIGHT) => {
    const { context, calls } = recorder();
    descent.draw(context, scene(settings), theme, null);
    return calls;
  };

  it('names heights, axes, the path and its loss', () => {
    const texts = textsOf(draw());
    expect(texts).toEqual(expect.arrayContaining(['x', 'y', 'SGD', '3.0e\u22124', 'step', 'Loss, in powers of ten'])); // prettier-ignore
    expect(texts).toContain('2');
  });

  it('draws the path as far as the step shown, on a rim of paper', () => {
    const lengths = (step: number) =>
      draw({ step })
        .filter((call) => call.name === 'stroke' && call.lineWidth === 2)
        .filter((call) => call.strokeStyle === LIGHT.classes[0])
        .map((call) => call.path.length);
    expect(lengths(20)).toContain(21);
    expect(lengths(5)).toContain(6);
  });

  it('paints low ground in paper in both themes', () => {
    for (const theme of [LIGHT, DARK]) {
      const call = draw({}, theme).find(({ name }) => name === 'drawRaster')!;
      const { width, height, rgba } = call.args[0] as { width: number; height: number; rgba: Uint8ClampedArray }; // prettier-ignore
      const middle = 4 * (Math.floor(height / 2) * width + Math.floor(width / 2));
      const paper = [1, 3, 5].map((i) => parseInt(theme.paper.slice(i, i + 2), 16));
      expect([...rgba.slice(middle, middle + 3)]).toEqual(paper);
    }
  });

  it('holds only finite numbers when a path blows up', () => {
    const wild = dataOf((x, y) => x * x + 4 * y * y, (x, y) => [2 * x, 8 * y], { x: [-2, 2], y: [-1, 1], start: [1.5, -0.5], rate: 30, steps: 60 }); // prettier-ignore
    const { context, calls } = recorder();
    descent.draw(
      context,
      descent.scene(historyOf('descent', [[0, wild]]), 0, 320, {}),
      LIGHT,
      null,
    );
    const numbers = calls.flatMap((call) => call.args.filter((arg) => typeof arg === 'number'));
    expect(numbers.every(Number.isFinite)).toBe(true);
  });
});

it('says and draws gray where the loss is no number, and does not throw', () => {
  const half = { ...bowl, surface: bowl.surface.map((loss, i) => (i % N < 13 ? NaN : loss)) };
  const all = {
    ...bowl,
    surface: bowl.surface.map(() => NaN),
    paths: [{ ...bowl.paths[0]!, points: Float32Array.of(1, 0.5, NaN, NaN, NaN) }],
  };
  for (const [data, words] of [
    [half, 'The loss is no number (NaN) on 20.0\u00a0% of the plane, drawn gray.'],
    [all, 'The loss is no number (NaN) anywhere on the plane, drawn gray.'],
  ] as const) {
    const history = historyOf('descent', [[0, data]]);
    expect(descent.describe(history, 0, {})).toContain(words);
    const { context, calls } = recorder();
    descent.draw(context, descent.scene(history, 0, 600, {}), LIGHT, {
      kind: 'descent',
      path: 0,
      step: 0,
    });
    const raster = calls.find(({ name }) => name === 'drawRaster')!.args[0] as {
      rgba: Uint8ClampedArray;
    };
    expect([...raster.rgba.slice(0, 3)]).toEqual([0xb9, 0xb3, 0xa8]);
  }
  expect(descent.table(historyOf('descent', [[0, all]]), 0, {}).rows[0]).toEqual([0, 1, 0.5, NaN]);
});
