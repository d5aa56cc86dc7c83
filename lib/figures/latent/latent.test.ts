import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import type { Raster } from '../raster';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { latent } from './index';

/** Three by three images of two pixels each: the left one grows from row to row, the right one from column to column. */
const data = (over: Partial<FrameData['latent']> = {}): FrameData['latent'] => ({
  size: 3,
  height: 1,
  width: 2,
  levels: Uint8Array.from([0, 1, 2].flatMap((row) => [0, 1, 2].flatMap((column) => [51 * row, 102 * column]))), // prettier-ignore
  corners: ['a', 'b', 'c', 'd'],
  ...over,
});
const history = historyOf('latent', [[0, data()]]);

function drawn(
  settings = {},
  cursor: { kind: 'latent'; row: number; column: number } | null = null,
) {
  const { context, calls } = recorder();
  latent.draw(context, latent.scene(history, 0, 700, settings), LIGHT, cursor);
  const rasters = calls
    .filter(({ name }) => name === 'drawRaster')
    .map(({ args }) => args[0] as Raster);
  return { calls, rasters };
}

/** The red of each pixel, which falls from paper to ink. */
const reds = ({ rgba }: Raster) => Array.from({ length: rgba.length / 4 }, (_, i) => rgba[4 * i]!);

describe('what is drawn', () => {
  it('draws all images in their places, and one of them large', () => {
    const { rasters } = drawn({}, { kind: 'latent', row: 1, column: 2 });
    const [all, large] = rasters as [Raster, Raster];
    expect([all.width, all.height]).toEqual([6, 3]);
    expect([large.width, large.height]).toEqual([2, 1]);
    // Row 1, column 2 is the third pair of pixels of the second row.
    expect(reds(large)).toEqual(reds(all).slice(10, 12));
    expect(reds(all)[0]).toBe(0xfd);
    expect(reds(large)[1]).toBeLessThan(reds(large)[0]!);
  });

  it('shows where the walk is, unless the reader points elsewhere', () => {
    // A circle begins at the middle of the right side, and is at the top a quarter later.
    expect(latent.scene(history, 0, 700, {}).node).toEqual({ row: 1, column: 2 });
    expect(latent.scene(history, 0, 700, { walk: 12 }).node).toEqual({ row: 0, column: 1 });
    expect(latent.scene(history, 0, 700, { walk: 48, path: 'corner to corner' }).node).toEqual({ row: 2, column: 2 }); // prettier-ignore
    expect(latent.scene(history, 0, 700, { walk: 24, path: 'the middle row' }).node).toEqual({ row: 1, column: 1 }); // prettier-ignore
    expect(drawn().calls.some(({ name }) => name === 'arc')).toBe(true);
    expect(drawn({}, { kind: 'latent', row: 0, column: 0 }).calls.some(({ name }) => name === 'arc')).toBe(false); // prettier-ignore
  });

  it('names the corners and the place', () => {
    const texts = textsOf(drawn({ walk: 12 }).calls);
    expect(texts).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd']));
    expect(texts).toContain('50.0\u00a0% across, 0\u00a0% down');
  });

  it('fits narrow screens, the large image beneath', () => {
    const { square, large, width } = latent.scene(history, 0, 320, {});
    expect(width).toBe(320);
    expect(large.y).toBeGreaterThan(square.y + square.height);
  });
});

it('offers a walk that plays, along one of three ways', () => {
  const [walk, path] = latent.settings(history, 0, { walk: 24 });
  expect(walk).toMatchObject({ kind: 'slider', value: 24, text: '50 %', plays: 12 });
  expect(path).toMatchObject({ kind: 'choice', value: 'a circle' });
});

it('describes how far neighbours differ', () => {
  // Down one row the left pixel changes by 51/255 = 0.2, across by 102/255 = 0.4: halves of these as means of two pixels.
  expect(latent.describe(history, 0)).toBe(
    '3 by 3 images made from noise between four corners; from one to its neighbour a pixel changes by 15.0\u00a0% of ' +
      'full ink on average, by 20.0\u00a0% between the two that differ most.',
  );
});

it('reads and tabulates the ink of an image', () => {
  const scene = latent.scene(history, 0, 700, {});
  // (51 + 204) / 510
  expect(latent.readout(scene, { kind: 'latent', row: 1, column: 2 })).toBe(
    'Row 2, column 3: 100\u00a0% across, 50.0\u00a0% down. Ink on 50.0\u00a0% of the paper.',
  );
  expect(latent.table(history, 0).rows[5]).toEqual([1, 0.5, 0.5]);
});

it('moves from where the walk is, and finds images under the pointer', () => {
  const scene = latent.scene(history, 0, 700, {});
  expect(latent.move(scene, null, 'left')).toEqual({ kind: 'latent', row: 1, column: 1 });
  expect(latent.move(scene, { kind: 'latent', row: 2, column: 1 }, 'down').row).toBe(2);
  const { square } = scene;
  const at = { x: square.x + square.width * 0.9, y: square.y + square.height * 0.5 };
  expect(latent.hit(scene, at)).toEqual({ kind: 'latent', row: 1, column: 2 });
  expect(latent.hit(scene, { x: scene.large.x + 5, y: scene.large.y + 5 })).toBeNull();
});
