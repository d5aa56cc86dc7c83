import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { editKey } from '../dense/weight-edit';
import type { Settings } from '../setting';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { surface } from './index';
import { sample as data } from './sample';

const history = historyOf('surface', [[5, data]]);
const at = (settings: Settings = {}, width = 672) => surface.scene(history, 0, width, settings);
const unit = (layer: number, index: number, from: number | null = null) =>
  ({ kind: 'surface', part: 'unit', layer, unit: index, from }) as const;

function drawn(settings: Settings = {}, cursor: Parameters<typeof surface.draw>[3] = null) {
  const { context, calls } = recorder();
  surface.draw(context, at(settings), LIGHT, cursor);
  const rasters = calls
    .filter(({ name }) => name === 'drawRaster')
    .map(({ args }) => ({
      pixels: (args[0] as { rgba: Uint8ClampedArray }).rgba,
      place: args[1] as { x: number; y: number; width: number },
    }));
  return { calls, rasters, texts: textsOf(calls) };
}

describe('what is computed', () => {
  it('has every unit all over the plane, from the top left', () => {
    const { values, columns } = at().fields;
    const topRight = columns - 1;
    expect(values[1]?.[0]?.[topRight]).toBeCloseTo(1 - 1 / columns, 5);
    expect(values[1]?.[1]?.[topRight]).toBeCloseTo(-(1 - 1 / columns), 5);
    const answer = values[2]?.[0]?.[topRight];
    expect(answer).toBeCloseTo(1 / (1 + Math.exp(-(4 * (1 - 1 / columns) - 2))), 5);
  });

  it('says how many points are answered right', () => {
    // (0.25, -0.5) is right of no 0.5, but belongs to "right".
    expect(surface.describe(history, 0, {})).toBe(
      'The answer is right for 2 of 3 points (66.7\u00a0%).',
    );
  });

  it('says what an edited weight would change', () => {
    const words = surface.describe(history, 0, {
      [editKey({ layer: 2, unit: 0, from: -1 })]: -0.5,
    });
    expect(words).toBe(
      'With the bias of answer at \u22120.500 instead of \u22122.000 the answer is right for 3 of 3 points (100\u00a0%); as trained it is right for 2 of 3 points (66.7\u00a0%).',
    );
  });

  it('lists the points with their answers', () => {
    const { columns, rows } = surface.table(history, 0, {});
    expect(columns).toEqual(['across', 'up', 'class', 'answer', 'is']);
    expect(rows[2]?.[2]).toBe('right');
    expect(rows[2]?.[3]).toBeCloseTo(1 / (1 + Math.exp(1)), 5);
    expect(rows[2]?.[4]).toBe('wrong');
  });
});

describe('what is drawn', () => {
  it('is a picture of every unit, and the answer over the plane', () => {
    const { rasters, texts } = drawn();
    expect(rasters).toHaveLength(2 + 2 + 1 + 1);
    for (const text of ['the answer', 'across', 'up', 'hidden', 'linear', 'left', 'right']) {
      expect(texts).toContain(text);
    }
    // Of the unit that is x: blue at the left, orange at the right.
    const { pixels } = rasters[2]!;
    const [red, , blue] = pixels;
    expect(blue).toBeGreaterThan(red ?? 0);
    expect(pixels[4 * 47]).toBeGreaterThan(pixels[4 * 47 + 2] ?? 0);
  });

  it('shows a unit in the plot while it is pointed at, or when it was pressed', () => {
    const { rasters, texts } = drawn({}, unit(1, 1));
    expect(texts).toContain('hidden unit 2, linear');
    expect(rasters.at(-1)?.pixels).toBe(rasters[3]?.pixels);
    const pinned = surface.press?.(at(), unit(1, 1))?.settings ?? {};
    expect(drawn(pinned).texts).toContain('hidden unit 2, linear');
    expect(surface.press?.(at(pinned), unit(1, 1))?.settings).toMatchObject({
      layer: 'the answer',
    });
  });

  it('draws negative weights dashed, and rims the points that are answered wrong', () => {
    const { calls } = drawn();
    const dashed = calls.filter(({ name, dash }) => name === 'stroke' && dash.length > 0);
    expect(dashed).toHaveLength(1);
    const marks = calls.filter(
      ({ name, fillStyle }) => name === 'fill' && LIGHT.classes.includes(fillStyle),
    );
    expect(
      marks.map(({ strokeStyle }) => strokeStyle).filter((rim) => rim === LIGHT.ink),
    ).toHaveLength(1);
  });

  it('fits a narrow page, with the pictures under the plane', () => {
    const narrow = at({}, 320);
    expect(narrow.width).toBe(320);
    expect(narrow.columns[0]?.units[0]?.y).toBeGreaterThan(narrow.plot.y + narrow.plot.height);
    for (const { units, size } of narrow.columns) {
      for (const { x } of units) {
        expect(x - size / 2).toBeGreaterThanOrEqual(0);
        expect(x + size / 2).toBeLessThanOrEqual(320);
      }
    }
  });
});

describe('pointing and pressing', () => {
  it('finds the place, the unit and the weight under the pointer', () => {
    const scene = at();
    const { plot, columns } = scene;
    const middle = { x: plot.x + plot.width / 2, y: plot.y + plot.height / 4 };
    const place = surface.hit(scene, middle);
    expect(place).toMatchObject({ part: 'plane' });
    expect(place).toHaveProperty('x', expect.closeTo(0, 2));
    expect(place).toHaveProperty('y', expect.closeTo(0.5, 2));
    expect(surface.hit(scene, columns[1]!.units[1]!)).toEqual(unit(1, 1));
    const [a, b] = [columns[0]!.units[0]!, columns[1]!.units[0]!];
    expect(surface.hit(scene, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })).toEqual(unit(1, 0, 0));
  });

  it('adds a point of the chosen class to the control, and shows it until a run has seen it', () => {
    const set = { class: 'right' };
    const pressed = surface.press?.(at(set), { kind: 'surface', part: 'plane', x: 0.5, y: -0.5 });
    expect(pressed?.point).toEqual({
      cell: 'points',
      key: 'Points',
      point: { x: 0.5, y: -0.5, label: 1 },
    });
    const after = { ...set, ...pressed?.settings };
    expect(surface.describe(history, 0, after)).toContain('1 point is new');
    const more = { ...data, points: new Float32Array(8), classes: new Uint8Array(4) };
    expect(surface.describe(historyOf('surface', [[6, more]]), 0, after)).not.toContain('new');
  });

  it('only moves the place of the numbers where no control holds the points', () => {
    const alone = historyOf('surface', [[0, { ...data, control: null }]]);
    const cursor = { kind: 'surface', part: 'plane', x: 0.5, y: 0 } as const;
    expect(surface.press?.(surface.scene(alone, 0, 672, {}), cursor)).toEqual({
      settings: { place: [0.5, 0] },
    });
  });

  it('has a formula with the numbers at a place, which stays for a chosen weight', () => {
    const tex = surface.formula?.(at(), { kind: 'surface', part: 'plane', x: 0.5, y: 0.25 });
    // 4 * 0.5 + 0 * -0.25 - 2 = 0
    expect(tex).toContain('- 2.000 = 0');
    expect(tex).toContain('\\sigma(0) = 0.500');
    const chosen = surface.press?.(at(), unit(2, 0, 1))?.settings ?? {};
    expect(surface.standing(at(chosen))).toBe(surface.formula(at(chosen), unit(2, 0, 1)));
    expect(surface.standing(at())).toBeNull();
  });

  it('goes everywhere by keys', () => {
    const scene = at();
    const plane = surface.move(scene, null, 'right');
    expect(plane).toMatchObject({ part: 'plane' });
    expect(
      surface.move(scene, { ...plane, kind: 'surface', part: 'plane', x: 0, y: 0 }, 'up'),
    ).toMatchObject({ x: 0, y: 0.04 });
    expect(surface.move(scene, plane, 'home')).toEqual(unit(1, 0));
    expect(surface.move(scene, unit(1, 0), 'right')).toEqual(unit(2, 0));
    expect(surface.move(scene, unit(2, 0), 'right')).toMatchObject({ part: 'plane' });
    expect(surface.move(scene, unit(1, 1), 'left')).toEqual(unit(0, 1));
  });
});

it('names a pinned answer once', () => {
  const place = { kind: 'surface', part: 'plane', x: 0.5, y: 0 } as const;
  const pinned = surface.press?.(at(), unit(2, 0))?.settings ?? {};
  expect(surface.readout(at(pinned), place)).toBe('across 0.500, up 0: answer 0.500, left');
  const hidden = surface.press?.(at(), unit(1, 0))?.settings ?? {};
  expect(surface.readout(at(hidden), place)).toBe(
    'across 0.500, up 0: hidden unit 1 0.500, answer 0.500, left',
  );
});

describe('a sampled answer', () => {
  const sampled: FrameData['surface'] = {
    ...data,
    layers: [],
    grid: {
      ...{ rows: 2, columns: 2, outputs: 1, low: 0, high: 1 },
      values: Uint8Array.of(0, 255, 51, 204),
      answers: Float32Array.of(0.25, 0.75, 0.5),
    },
  };
  const one = historyOf('surface', [[0, sampled]]);

  it('is read from its grid, and judged by its own answers', () => {
    const scene = surface.scene(one, 0, 672, {});
    const read = (x: number, y: number) =>
      surface.readout(scene, { kind: 'surface', part: 'plane', x, y });
    expect(read(0.5, 0.5)).toBe('across 0.500, up 0.500: answer 1.000, right');
    expect(read(-0.5, -0.5)).toBe('across \u22120.500, up \u22120.500: answer 0.200, left');
    expect(surface.describe(one, 0, {})).toBe(
      'The answer is right for 2 of 3 points (66.7\u00a0%).',
    );
    expect(surface.formula?.(scene, { kind: 'surface', part: 'plane', x: 0, y: 0 })).toBeNull();
  });

  it('colours several outputs by the largest', () => {
    const grid = {
      ...sampled.grid!,
      outputs: 2,
      values: Uint8Array.of(255, 0, 0, 255, 255, 0, 0, 255),
      answers: Float32Array.of(1, 0, 0, 1, 1, 0),
    };
    const two = historyOf('surface', [[0, { ...sampled, grid }]]);
    expect(surface.describe(two, 0, {})).toContain('right for 2 of 3');
    const { context, calls } = recorder();
    surface.draw(context, surface.scene(two, 0, 672, {}), LIGHT, null);
    const raster = calls.find(({ name }) => name === 'drawRaster')?.args[0] as {
      rgba: Uint8ClampedArray;
    };
    expect(Array.from(raster.rgba.subarray(0, 4))).not.toEqual(
      Array.from(raster.rgba.subarray(4, 8)),
    );
  });
});
