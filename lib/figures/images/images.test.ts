import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { NO_SETTINGS } from '../setting';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { images } from './index';

type Data = FrameData['images'];

/** Three images of 2 by 2; of the first the values are 0, 1, 2 and not a number. */
const data = (over: Partial<Data> = {}): Data => ({
  pixels: {
    count: 3,
    height: 2,
    width: 2,
    channels: 1,
    levels: Uint8Array.of(0, 127, 254, 255, 0, 0, 0, 254, 254, 254, 254, 0),
    ranges: Float32Array.of(0, 2, 0, 4, -1, 1),
  },
  labels: ['one', 'two', 'three'],
  columns: 0,
  ramp: 'magnitude',
  scale: 'all',
  ...over,
});
const history = historyOf('images', [[3, data()]]);
const scene = images.scene(history, 0, 600, NO_SETTINGS);

function draw(of = scene, cursor: Parameters<typeof images.draw>[3] = null) {
  const { context, calls } = recorder();
  images.draw(context, of, LIGHT, cursor);
  return calls;
}
const rastersOf = (calls: ReturnType<typeof draw>) =>
  calls
    .filter((call) => call.name === 'drawRaster')
    .map((call) => call.args[0] as { width: number; rgba: Uint8ClampedArray });
const rgb = (raster: { rgba: Uint8ClampedArray } | undefined, pixel: number) =>
  `#${[0, 1, 2].map((part) => raster!.rgba[4 * pixel + part]!.toString(16).padStart(2, '0')).join('')}`;

it('draws each image with its caption, and one bar for their common colours', () => {
  const calls = draw();
  expect(rastersOf(calls)).toHaveLength(3);
  expect(textsOf(calls)).toEqual(['one', 'two', 'three', '−1.000', '4.000']);
});

it('colours pixels by the range that is asked for', () => {
  const ink = data({ ramp: 'ink', scale: 'unit' });
  const [first] = rastersOf(draw(images.scene(historyOf('images', [[0, ink]]), 0, 600, {})));
  // 0 is paper; 1 and all above is ink; what is not finite is neither.
  expect([0, 1, 2, 3].map((pixel) => rgb(first, pixel))).toEqual([
    LIGHT.paper,
    LIGHT.ink,
    LIGHT.ink,
    LIGHT.ruleStrong,
  ]);
  const gray = data({ ramp: 'gray', scale: 'each' });
  const [own] = rastersOf(draw(images.scene(historyOf('images', [[0, gray]]), 0, 600, {})));
  expect([0, 1, 2].map((pixel) => rgb(own, pixel))).toEqual(['#000000', '#808080', '#ffffff']);
});

it('draws zero of a diverging image as paper, blue below and orange above', () => {
  const signed = data({
    ramp: 'diverging',
    pixels: { ...data().pixels, count: 1, levels: Uint8Array.of(0, 127, 254, 127), ranges: Float32Array.of(-2, 2) }, // prettier-ignore
    labels: [],
  });
  const [raster] = rastersOf(draw(images.scene(historyOf('images', [[0, signed]]), 0, 600, {})));
  expect([0, 1, 2].map((pixel) => rgb(raster, pixel))).toEqual([
    LIGHT.negative,
    LIGHT.paper,
    LIGHT.positive,
  ]);
});

it('draws three channels as red, green and blue', () => {
  const color: Data = {
    ...data({ ramp: 'color', scale: 'unit', labels: [] }),
    pixels: { count: 1, height: 1, width: 2, channels: 3, levels: Uint8Array.of(254, 0, 127, 0, 254, 254), ranges: Float32Array.of(0, 1) }, // prettier-ignore
  };
  const [raster] = rastersOf(draw(images.scene(historyOf('images', [[0, color]]), 0, 600, {})));
  expect([0, 1].map((pixel) => rgb(raster, pixel))).toEqual(['#ff0080', '#00ffff']);
});

it('lets the reader choose what the colours span, but for images from 0 to 1', () => {
  expect(images.settings(history, 0, {})).toMatchObject([{ key: 'scale', value: 'all together' }]);
  const alone = images.scene(history, 0, 600, { scale: 'each alone' });
  expect([alone.ranges[1], alone.bar]).toEqual([{ low: 0, high: 4 }, null]);
  const unit = historyOf('images', [[0, data({ scale: 'unit' })]]);
  expect(images.settings(unit, 0, {})).toEqual([]);
});

it('keeps one range over all frames', () => {
  const later = { ...data().pixels, ranges: Float32Array.of(0, 9, 0, 1, 0, 1) };
  const both = historyOf('images', [
    [0, data()],
    [1, data({ pixels: later })],
  ]);
  expect(images.scene(both, 0, 600, {}).ranges[0]).toEqual({ low: -1, high: 9 });
});

it('fits its images into any width, none too small for its caption', () => {
  const pixels = { ...data().pixels, count: 40, levels: new Uint8Array(160), ranges: new Float32Array(80) }; // prettier-ignore
  const labels = Array.from({ length: 40 }, (_, i) => `${i}`);
  const many = historyOf('images', [[0, data({ pixels, labels, columns: 20 })]]);
  for (const width of [300, 343, 600, 900]) {
    const { tiles } = images.scene(many, 0, width, {});
    expect(Math.min(...tiles.map((tile) => tile.width))).toBeGreaterThanOrEqual(44);
    expect(Math.max(...tiles.map((tile) => tile.x + tile.width))).toBeLessThanOrEqual(width);
  }
});

it('describes, tabulates and reads its numbers', () => {
  expect(images.describe(history, 0, {})).toBe(
    '3 images of 2 by 2 pixels, with values from −1.000 to 4.000; 1 of 12 values is NaN or infinite. Press one to enlarge it.',
  );
  expect(images.table(history, 0, {}).rows).toEqual([
    [1, 'one', 0, 2, 1],
    [2, 'two', 0, 4, 1],
    [3, 'three', -1, 1, 0.5],
  ]);
  expect(images.table(history, 0, { open: 0 }).rows).toEqual([
    [1, 0, 1],
    [2, 2, NaN],
  ]);
  const at = { kind: 'images', image: 0, pixel: { row: 0, column: 1 } } as const;
  expect(images.readout(scene, at)).toBe('image 1 (one), row 1, column 2: 1.000');
  expect(images.readout(scene, { ...at, pixel: null })).toBe(
    'image 1 (one): from 0 to 2.000, mean 1.000; 1 of 4 values is NaN or infinite',
  );
});

describe('what is no number', () => {
  const none = (levels: number[], ranges: number[]) =>
    historyOf('images', [
      [
        0,
        data({
          pixels: { ...data().pixels, count: 2, levels: Uint8Array.from(levels), ranges: Float32Array.from(ranges) }, // prettier-ignore
          labels: [],
        }),
      ],
    ]);
  const all = none(Array<number>(8).fill(255), [0, 1, 0, 1]);

  it('is said in place of a range, and has no bar of colours', () => {
    expect(images.describe(all, 0, {})).toBe(
      '2 images of 2 by 2 pixels. None shows a number: all 8 values are NaN or infinite. Press one to enlarge it.',
    );
    expect(images.describe(all, 0, { open: 1 })).toBe(
      '2 images of 2 by 2 pixels; opened is image 2, all 4 values are NaN or infinite.',
    );
    const broken = images.scene(all, 0, 600, { open: 1 });
    expect(broken.bar).toBeNull();
    expect(textsOf(draw(broken))).toEqual(['image 2', 'NaN', 'NaN', 'NaN', 'NaN']);
    expect(images.table(all, 0, {}).rows[0]).toEqual([1, null, NaN, NaN, NaN]);
    expect(images.table(all, 0, { open: 1 }).rows[0]).toEqual([1, NaN, NaN]);
  });

  it('leaves the range to the images that have numbers', () => {
    const half = none([255, 255, 255, 255, 0, 254, 127, 255], [0, 0, 5, 7]);
    expect(images.describe(half, 0, {})).toContain(
      'with values from 5.000 to 7.000; 5 of 8 values are NaN or infinite.',
    );
    expect(images.scene(half, 0, 600, {}).ranges[1]).toEqual({ low: 5, high: 7 });
  });
});

describe('opening one', () => {
  const open = images.scene(history, 0, 600, { open: 1 });

  it('enlarges it beneath the others, with its numbers', () => {
    expect(open.open).toMatchObject({ image: 1, side: 56, numbers: true });
    expect(open.height).toBeGreaterThan(scene.height + 100);
    expect(textsOf(draw(open))).toEqual(expect.arrayContaining(['image 2 (two)', '4.00']));
  });

  it('opens by a press and closes by another', () => {
    const tile = open.tiles[1]!;
    const cursor = images.hit(open, { x: tile.x + 1, y: tile.y + tile.height - 1 })!;
    expect(cursor).toEqual({ kind: 'images', image: 1, pixel: { row: 1, column: 0 } });
    expect(images.press(open, cursor)).toEqual({ settings: { open: -1 } });
    expect(images.press(scene, cursor)).toEqual({ settings: { open: 1 } });
  });

  it('moves from image to image, and from pixel to pixel within the open one', () => {
    const first = images.move(scene, null, 'right');
    expect(first).toEqual({ kind: 'images', image: 0, pixel: null });
    expect(images.move(scene, first, 'right')).toMatchObject({ image: 1 });
    expect(images.move(scene, first, 'end')).toMatchObject({ image: 2 });
    const inside = images.move(open, { kind: 'images', image: 1, pixel: null }, 'down');
    expect(inside).toEqual({ kind: 'images', image: 1, pixel: { row: 0, column: 0 } });
    expect(images.move(open, inside, 'down')).toMatchObject({ pixel: { row: 1, column: 0 } });
    const { place, side } = open.open!;
    expect(images.hit(open, { x: place.x + 1.5 * side, y: place.y + 1 })).toMatchObject({
      pixel: { row: 0, column: 1 },
    });
  });
});
