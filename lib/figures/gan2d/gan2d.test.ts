import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { TEXT, textWidth } from '../text';
import { contour } from './contour';
import { areaOf } from './draw-warped';
import { gan2d } from './index';
import { direction } from './words';

/** Two real points, three generated ones; the discriminator likes the right half. The grid keeps half of its size. */
const data = (over: Partial<FrameData['gan2d']> = {}): FrameData['gan2d'] => ({
  window: [-2, 2],
  real: Int16Array.of(500, 500, -500, -500),
  generated: Int16Array.of(-250, 0, 250, 0, 0, 750),
  noise: Int16Array.of(-500, 0, 500, 0, 0, 1000),
  scores: Uint8Array.of(51, 204, 128),
  arrows: Int16Array.of(1000, 0, 250, 0, 0, 0),
  steepest: 2,
  side: 2,
  surface: Uint8Array.of(0, 255, 0, 255),
  lines: 3,
  span: 1,
  grid: Int16Array.from([-500, 500, 0, 500, 500, 500, -500, 0, 0, 0, 500, 0, -500, -500, 0, -500, 500, -500]), // prettier-ignore
  means: [0.62, 0.41, 1.2, 0.9],
  note: '',
  ...over,
});
const history = historyOf('gan2d', [[40, data()]]);
const sceneOf = (settings = {}, of = history, width = 700) => gan2d.scene(of, 0, width, settings);

function drawn(scene = sceneOf(), cursor: { kind: 'gan2d'; point: number } | null = null) {
  const { context, calls } = recorder();
  gan2d.draw(context, scene, LIGHT, cursor);
  return calls;
}

const dotsAt = (calls: ReturnType<typeof drawn>, { x, y }: { x: number; y: number }) =>
  calls.filter(
    ({ name, path }) => name === 'fill' && path[0]?.args[0] === x && path[0]?.args[1] === y,
  );

describe('what is drawn', () => {
  it('fills real points and leaves generated ones hollow, each in its place', () => {
    const scene = sceneOf();
    const { plot } = scene.layout;
    // Both units right and up of the middle are a quarter of the window.
    expect(scene.real[0]).toEqual({
      x: plot.x + 0.75 * plot.width,
      y: plot.y + 0.25 * plot.height,
    });
    const calls = drawn(scene);
    expect(dotsAt(calls, scene.real[0]!)[0]?.fillStyle).toBe(LIGHT.ink);
    expect(dotsAt(calls, scene.generated[0]!)[0]).toMatchObject({
      fillStyle: LIGHT.paper,
      strokeStyle: LIGHT.ink,
    });
  });

  it('colours the plane blue where the discriminator says generated, orange where real', () => {
    const raster = drawn().find(({ name }) => name === 'drawRaster')!.args[0] as {
      rgba: Uint8ClampedArray;
    };
    expect(raster.rgba[2]).toBeGreaterThan(raster.rgba[0]!);
    expect(raster.rgba[4]).toBeGreaterThan(raster.rgba[6]!);
  });

  it('draws arrows in proportion to gradients, upwards where y grows', () => {
    const [strong, weak, none] = sceneOf().arrows;
    expect(strong!.x).toBeCloseTo(4 * weak!.x, 6);
    expect(Math.hypot(none!.x, none!.y)).toBe(0);
    const up = historyOf('gan2d', [[0, data({ arrows: Int16Array.of(0, 1000, 0, 0, 0, 0) })]]);
    expect(sceneOf({}, up).arrows[0]!.y).toBeLessThan(0);
  });

  it('keeps the scale of arrows while one frame is wild', () => {
    const wild = historyOf('gan2d', [
      [0, data()],
      [1, data({ steepest: 2 })],
      [2, data({ steepest: 5000 })],
    ]);
    expect(gan2d.scene(wild, 0, 700, {}).arrows[0]).toEqual(sceneOf().arrows[0]);
    const { arrows, layout } = gan2d.scene(wild, 2, 700, {});
    expect(arrows[0]!.x).toBeCloseTo(0.2 * layout.plot.width, 6);
  });

  it('leaves out what is switched off', () => {
    const all = drawn();
    const bare = drawn(sceneOf({ surface: false, real: false, generated: false, arrows: false }));
    expect(all.some(({ name }) => name === 'drawRaster')).toBe(true);
    expect(bare.some(({ name }) => name === 'drawRaster')).toBe(false);
    expect(textsOf(bare)).not.toContain('real');
    expect(textsOf(all)).toEqual(expect.arrayContaining(['real', 'generated', 'A', 'B', 'C', 'D']));
  });

  it('lays the warped grid over the plane on request, and offers it only where noise is a plane', () => {
    const lines = (settings: object) =>
      drawn(sceneOf(settings)).filter(({ name, path }) => name === 'stroke' && path.length === 3)
        .length;
    expect(lines({ grid: true })).toBe(2 * lines({}));
    const flat = historyOf('gan2d', [[0, data({ noise: new Int16Array(0), lines: 0, grid: new Int16Array(0) })]]); // prettier-ignore
    expect(gan2d.settings(flat, 0, {}).map(({ key }) => key)).not.toContain('grid');
    expect(sceneOf({}, flat).layout.noise).toBeNull();
    expect(textsOf(drawn(sceneOf({}, flat)))).not.toContain('A');
  });

  it('says what has just happened', () => {
    const noted = historyOf('gan2d', [[0, data({ note: 'G has moved' })]]);
    expect(textsOf(drawn(sceneOf({}, noted)))).toContain('G has moved');
  });

  it('fits narrow screens, the small planes beneath', () => {
    const scene = sceneOf({}, history, 320);
    expect(scene.width).toBe(320);
    const { plot, noise, warped } = scene.layout;
    expect(plot.x + plot.width).toBeLessThanOrEqual(320);
    expect(noise!.y).toBeGreaterThan(plot.y + plot.height);
    expect(warped!.x + warped!.width).toBeLessThanOrEqual(320);
  });

  it('survives what is not finite', () => {
    const broken = historyOf('gan2d', [[0, data({ steepest: NaN, means: [NaN, NaN, NaN, NaN] })]]);
    expect(() => drawn(sceneOf({}, broken), { kind: 'gan2d', point: 0 })).not.toThrow();
    expect(sceneOf({}, broken).arrows[0]).toEqual({ x: 0, y: -0 });
    expect(gan2d.describe(broken, 0)).toContain('the 2 real points no number (NaN) on average');
  });
});

describe('a generator that has collapsed', () => {
  /** A grid of `side` thousandths of half the window around a place. */
  const gridOf = (side: number, [x, y]: [number, number] = [300, 200]) =>
    Int16Array.from(
      [1, 0, -1].flatMap((row) =>
        [-1, 0, 1].flatMap((column) => [x + (column * side) / 2, y + (row * side) / 2]),
      ),
    );
  const of = (grid: Int16Array) => historyOf('gan2d', [[0, data({ grid })]]);
  /** What is written in the plane of the warped grid, with the box of each word. */
  const wordsIn = (history: ReturnType<typeof of>, width = 700) => {
    const scene = sceneOf({}, history, width);
    const { x, y, width: wide, height } = scene.layout.warped!;
    return drawn(scene)
      .filter((call) => call.name === 'fillText')
      .map(({ args }) => ({ text: String(args[0]), x: Number(args[1]), y: Number(args[2]) }))
      .filter((word) => word.x >= x && word.x <= x + wide && word.y >= y && word.y <= y + height);
  };

  it('is said with its size, in the sentence and at the grid', () => {
    // 20 thousandths of half the window are 1 % of the window.
    const history = of(gridOf(20));
    expect(gan2d.describe(history, 0)).toContain(
      'The generator has collapsed: it makes nearly a point, 1.0\u00a0% of the window wide of all its noise.',
    );
    for (const width of [320, 700]) {
      const words = wordsIn(history, width).map(({ text }) => text);
      expect(words).toEqual(['collapsed to nearly a point', 'ABCD']);
    }
    expect(gan2d.describe(of(gridOf(0)), 0)).toContain('it makes a single point of all its noise');
  });

  it('is said of a point outside the window too, and of no grid that has extent', () => {
    expect(wordsIn(of(gridOf(20, [3000, 0]))).map(({ text }) => text)).toEqual([
      'collapsed, outside the window',
    ]);
    expect(gan2d.describe(of(gridOf(120)), 0)).not.toContain('collapsed');
    expect(gan2d.describe(history, 0)).not.toContain('collapsed');
  });

  it('never has letters over each other', () => {
    for (const side of [110, 150, 200, 260, 400, 1000]) {
      const words = wordsIn(of(gridOf(side)));
      expect(words.map(({ text }) => text)).toEqual(['A', 'B', 'C', 'D']);
      for (const [i, a] of words.entries()) {
        for (const b of words.slice(i + 1)) {
          const wide = (textWidth(a.text, TEXT.small) + textWidth(b.text, TEXT.small)) / 2;
          expect(Math.abs(a.x - b.x) >= wide || Math.abs(a.y - b.y) >= TEXT.small).toBe(true);
        }
      }
    }
  });
});

describe('contour', () => {
  it('finds where a ramp crosses the level', () => {
    // 0 to 3 over four columns: 1.25 lies a quarter between the second and the third.
    const ramp = [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3];
    const segments = contour(ramp, 4, 1.25);
    expect(segments).toHaveLength(3);
    for (const [x0, , x1] of segments) {
      expect(x0).toBeCloseTo((1.25 + 0.5) / 4, 10);
      expect(x1).toBeCloseTo((1.25 + 0.5) / 4, 10);
    }
  });

  it('takes one way through a saddle, and none through a plain', () => {
    expect(contour([1, 0, 0, 1], 2, 0.5)).toHaveLength(2);
    // The middle of 0.9, 0, 0, 0.9 is below a half: its two hills stand apart, each cut off at its own corner.
    const [first] = contour([0.9, 0, 0, 0.9], 2, 0.5);
    expect(Math.abs(first![0] - first![2])).toBeLessThan(0.25);
    expect(contour([1, 1, 1, 1], 2, 0.5)).toEqual([]);
  });
});

describe('words', () => {
  it('describes with numbers', () => {
    expect(gan2d.describe(history, 0)).toBe(
      'At epoch 40 the discriminator gives the 2 real points 0.620 on average and the 3 generated ones 0.410; ' +
        'its loss is 1.200, the generator’s 0.900.',
    );
  });

  it('reads a point in one plain sentence', () => {
    const scene = sceneOf();
    expect(gan2d.readout(scene, { kind: 'gan2d', point: 0 })).toBe(
      'Generated point at (−0.500, 0), made from z = (−0.500, 0): D gives 0.200. It should move right to look more real.',
    );
    expect(gan2d.readout(scene, { kind: 'gan2d', point: 2 })).toContain('Nothing pulls at it.');
    expect(gan2d.readout(scene, { kind: 'gan2d', point: 9 })).toBe('');
  });

  it('names eight directions', () => {
    expect([
      direction(1, 0),
      direction(1, 1),
      direction(0, 3),
      direction(-2, 0),
      direction(0, -1),
    ]).toEqual(['right', 'up and right', 'up', 'left', 'down']);
    expect(direction(1, -0.01)).toBe('right');
  });

  it('writes the loss of a point with its numbers', () => {
    // -ln 0.2 = 1.609
    expect(gan2d.formula(sceneOf(), { kind: 'gan2d', point: 0 })).toBe(
      '-\\ln D(x) = -\\ln 0.200 = 1.609, \\qquad -\\frac{\\partial L_G}{\\partial x} = \\bigl(2.000,\\; 0\\bigr)',
    );
  });

  it('tabulates every point', () => {
    const { columns, rows } = gan2d.table(history, 0);
    expect(columns).toEqual(['point', 'x', 'y', 'D', 'pull in x', 'pull in y', 'z1', 'z2']);
    expect(rows).toHaveLength(5);
    expect(rows[1]).toEqual(['generated', 0.5, 0, 0.8, 0.5, 0, 0.5, 0]);
    expect(rows[4]).toEqual(['real', -1, -1, null, null, null, null, null]);
  });
});

describe('cursor', () => {
  it('finds the nearest point, also by its noise', () => {
    const scene = sceneOf();
    const { x, y } = scene.generated[1]!;
    expect(gan2d.hit(scene, { x: x + 4, y: y - 3 })).toEqual({ kind: 'gan2d', point: 1 });
    expect(gan2d.hit(scene, scene.noise[0]!)).toEqual({ kind: 'gan2d', point: 0 });
    expect(gan2d.hit(scene, { x: scene.layout.plot.x + 2, y: scene.layout.plot.y + 2 })).toBeNull();
  });

  it('moves to the next point in a direction, and stays where there is none', () => {
    const scene = sceneOf();
    const move = (point: number, key: 'left' | 'right' | 'up' | 'end') =>
      gan2d.move(scene, { kind: 'gan2d', point }, key).point;
    expect(gan2d.move(scene, null, 'right').point).toBe(0);
    expect([
      move(0, 'right'),
      move(1, 'left'),
      move(0, 'up'),
      move(2, 'up'),
      move(0, 'end'),
    ]).toEqual([1, 0, 2, 2, 1]);
  });
});

it('measures areas', () => {
  expect(areaOf([{ x: 0, y: 0 }, { x: 2, y: 0 }, { x: 2, y: 3 }, { x: 0, y: 3 }])).toBe(6); // prettier-ignore
});
