import type { Context, CursorOf, Rect } from '../figure-module';
import { drawRampBar } from '../pixels/draw-ramp-bar';
import { pixelValue } from '../pixels/level';
import { outline } from '../pixels/outline';
import { colorOf } from '../pixels/palette';
import { pixelRaster } from '../pixels/pixel-raster';
import { textOn } from '../ramp';
import type { Raster } from '../raster';
import { TEXT, drawText, fitText } from '../text';
import type { Theme } from '../theme';
import type { ImagesScene } from './scene';
import { imageName } from './words';

type ImagesCursor = CursorOf<'images'>;

export function drawImages(
  context: Context,
  scene: ImagesScene,
  theme: Theme,
  cursor: ImagesCursor | null,
): void {
  const { data, tiles, bar, open } = scene;
  tiles.forEach((tile, image) => {
    drawImage(context, scene, image, tile, theme);
    const label = data.labels[image];
    if (label === undefined) return;
    const text = fitText(label, TEXT.small, tile.width);
    const chosen = cursor?.image === image || open?.image === image;
    drawText(context, theme, text, tile.x + tile.width / 2, tile.y + tile.height + 10, {
      color: chosen ? theme.ink : theme.inkSoft,
      size: TEXT.small,
      align: 'center',
    });
  });
  if (bar && data.ramp !== 'color' && scene.ranges[0]) {
    drawRampBar(context, theme, data.ramp, scene.ranges[0], bar);
  }
  const openTile = open && tiles[open.image];
  if (openTile) outline(context, theme, openTile, theme.ink);
  if (open) drawOpen(context, scene, theme, cursor);
  const tile = cursor && tiles[cursor.image];
  if (tile) outline(context, theme, tile);
}

/** The opened image, with its numbers where they fit. */
function drawOpen(
  context: Context,
  scene: ImagesScene,
  theme: Theme,
  cursor: ImagesCursor | null,
): void {
  const { open, data, ranges } = scene;
  if (!open) return;
  const { image, place, side } = open;
  const name = fitText(imageName(data, image), TEXT.label, scene.width - 4);
  drawText(context, theme, name, place.x, place.y - 12, { color: theme.ink, weight: 600 });
  drawImage(context, scene, image, place, theme);
  const { ramp } = data;
  const range = ranges[image];
  if (open.numbers && ramp !== 'color' && range) {
    for (let at = 0; at < data.pixels.width * data.pixels.height; at++) {
      const [row, column] = [Math.floor(at / data.pixels.width), at % data.pixels.width];
      const value = pixelValue(data.pixels, image, { row, column });
      const [x, y] = [place.x + (column + 0.5) * side, place.y + (row + 0.5) * side];
      const style = { size: TEXT.small, align: 'center' } as const;
      const color = textOn(colorOf(value, range, ramp, theme), theme);
      drawText(context, theme, value.toFixed(2).replace('-', '−'), x, y, { ...style, color });
    }
  }
  if (cursor?.image !== image || !cursor.pixel) return;
  const { row, column } = cursor.pixel;
  const spot = { x: place.x + column * side, y: place.y + row * side, width: side, height: side };
  outline(context, theme, spot);
}

function drawImage(
  context: Context,
  scene: ImagesScene,
  image: number,
  place: Rect,
  theme: Theme,
): void {
  context.drawRaster(rasterAt(scene, image, theme), place);
  context.setLineDash([]);
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  context.strokeRect(place.x - 0.5, place.y - 0.5, place.width + 1, place.height + 1);
}

/** A scene's pixels stay as they are while a cursor moves over them. */
const rasters = new WeakMap<ImagesScene, { theme: Theme; made: Map<number, Raster> }>();

function rasterAt(scene: ImagesScene, image: number, theme: Theme): Raster {
  const known = rasters.get(scene);
  const kept = known?.theme === theme ? known : { theme, made: new Map<number, Raster>() };
  rasters.set(scene, kept);
  const { data, ranges } = scene;
  const shown = ranges[image] ?? { low: 0, high: 1 };
  const raster = kept.made.get(image) ?? pixelRaster(data.pixels, image, shown, data.ramp, theme);
  kept.made.set(image, raster);
  return raster;
}
