import { drawCells } from '../convolve/draw-cells';
import { shortNumber } from '../convolve/draw-cells';
import { planeRaster, rangeOf } from '../convolve/plane';
import type { Context, CursorOf, Rect } from '../figure-module';
import { drawRampBar } from '../pixels/draw-ramp-bar';
import { outline } from '../pixels/outline';
import { pixelRaster } from '../pixels/pixel-raster';
import type { Raster } from '../raster';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { KernelScene } from './scene';

type KernelCursor = CursorOf<'kernel'>;

export function drawKernel(
  context: Context,
  scene: KernelScene,
  theme: Theme,
  cursor: KernelCursor | null,
): void {
  const { picturePlace, kernelPlace, resultPlace, data, geometry } = scene;
  const { height, width } = data.picture;
  head(context, theme, `picture, ${height} × ${width}`, picturePlace);
  head(context, theme, 'kernel', kernelPlace);
  head(context, theme, `result, ${geometry.output.height} × ${geometry.output.width}`, resultPlace);
  const { picture, result } = rastersOf(scene, theme);
  drawPicture(context, theme, picture, picturePlace);
  drawPicture(context, theme, result, resultPlace);
  drawWeights(context, scene, theme, cursor);
  if (scene.bar) drawRampBar(context, theme, 'diverging', scene.resultRange, scene.bar);
  if (cursor && cursor.part !== 'kernel') drawSpot(context, scene, theme, cursor);
}

function head(context: Context, theme: Theme, text: string, { x, y }: Rect): void {
  drawText(context, theme, text, x, y - 11, { color: theme.inkSoft, size: TEXT.small });
}

function drawPicture(context: Context, theme: Theme, raster: Raster, place: Rect): void {
  context.drawRaster(raster, place);
  context.setLineDash([]);
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  context.strokeRect(place.x - 0.5, place.y - 0.5, place.width + 1, place.height + 1);
}

function drawWeights(
  context: Context,
  { kernel, kernelPlace, cell, selected }: KernelScene,
  theme: Theme,
  cursor: KernelCursor | null,
): void {
  const columns = kernel.width;
  const look = { columns, cell, range: rangeOf(kernel), ramp: 'diverging' } as const;
  drawCells(context, theme, [...kernel.values], kernelPlace, look);
  const sum = kernel.values.reduce((total, weight) => total + weight, 0);
  const below = kernelPlace.y + kernelPlace.height + 14;
  // Dust of 32-bit floats is not shown.
  const words = `sum of weights ${shortNumber(Math.round(sum * 1000) / 1000)}`;
  drawText(context, theme, words, kernelPlace.x, below, { color: theme.inkSoft, size: TEXT.small });
  const cellAt = (row: number, column: number) => ({
    x: kernelPlace.x + column * cell,
    y: kernelPlace.y + row * cell,
    width: cell - 1,
    height: cell - 1,
  });
  outline(context, theme, cellAt(Math.floor(selected / columns), selected % columns), theme.ink);
  if (cursor?.part === 'kernel') outline(context, theme, cellAt(cursor.row, cursor.column));
}

/** The window on the picture, and the pixel that it makes; `cursor` is the pixel of the result. */
function drawSpot(
  context: Context,
  { picturePlace, resultPlace, side, kernel }: KernelScene,
  theme: Theme,
  { row, column }: KernelCursor,
): void {
  const spot = (place: Rect, width: number, height: number) => ({
    x: place.x + column * side,
    y: place.y + row * side,
    width: width * side,
    height: height * side,
  });
  outline(context, theme, spot(picturePlace, kernel.width, kernel.height));
  outline(context, theme, spot(resultPlace, 1, 1));
}

type Rasters = { theme: Theme; picture: Raster; result: Raster };
const cache = new WeakMap<KernelScene, Rasters>();

function rastersOf(scene: KernelScene, theme: Theme): Rasters {
  const known = cache.get(scene);
  if (known?.theme === theme) return known;
  const { picture } = scene.data;
  const ramp = picture.channels === 3 ? 'color' : 'gray';
  const made = {
    theme,
    picture: pixelRaster(picture, 0, { low: 0, high: 1 }, ramp, theme),
    result: resultRaster(scene, theme),
  };
  cache.set(scene, made);
  return made;
}

/** A picture has no numbers below 0 or above 1: they are clipped, as in a program for pictures. */
function resultRaster({ result, signed, resultRange }: KernelScene, theme: Theme): Raster {
  const [first, second = first, third = first] = result;
  if (!first || !second || !third) return { width: 0, height: 0, rgba: new Uint8ClampedArray(0) };
  if (signed) return planeRaster(first, resultRange, 'diverging', theme);
  const { width, height } = first;
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let at = 0; at < width * height; at++) {
    rgba[4 * at] = 255 * (first.values[at] ?? 0);
    rgba[4 * at + 1] = 255 * (second.values[at] ?? 0);
    rgba[4 * at + 2] = 255 * (third.values[at] ?? 0);
  }
  return { width, height, rgba };
}
