import type { Context, Rect } from '../figure-module';
import { formatCount } from '../format';
import { knownRangesOf, unionOf } from '../pixels/level';
import { pixelRaster } from '../pixels/pixel-raster';
import type { Raster } from '../raster';
import { numberOf, type Settings } from '../setting';
import { drawText, fitText, TEXT } from '../text';
import type { Theme } from '../theme';
import { countAt, type ConfusionData } from './scores';

/** The cell that is opened, with those of its cases that came with it. */
export type Opened = {
  actual: number;
  predicted: number;
  /** Indices of the examples' images, and where each is. */
  images: number[];
  tiles: Rect[];
  y: number;
  bottom: number;
};

const HEAD = 28;
const GAP = 8;
const SIDE = { least: 44, most: 64 };

/** At first the mistake that is made most often; below zero the reader has closed it. */
export function openCell(data: ConfusionData, settings: Settings): number {
  const size = data.labels.length;
  const wrong = Array.from(data.counts, (count, cell) =>
    cell % size === Math.floor(cell / size) ? -1 : count,
  );
  const most = Math.max(...wrong, 0);
  return numberOf(settings, 'open', most > 0 ? wrong.indexOf(most) : -1);
}

export function openedAt(
  data: ConfusionData,
  settings: Settings,
  width: number,
  top: number,
): Opened | null {
  const { examples, labels } = data;
  const cell = openCell(data, settings);
  if (!examples || cell < 0 || cell >= data.counts.length) return null;
  const images = Array.from(examples.cells.keys()).filter((at) => examples.cells[at] === cell);
  const { height, width: across } = examples.pixels;
  const side = Math.max(SIDE.least, Math.min(SIDE.most, 2 * across));
  const columns = Math.max(1, Math.floor((width - 2 + GAP) / (side + GAP)));
  const tall = (side * height) / Math.max(1, across);
  const tiles = images.map((_, at) => ({
    x: 2 + (at % columns) * (side + GAP),
    y: top + HEAD + Math.floor(at / columns) * (tall + GAP),
    width: side,
    height: tall,
  }));
  const rows = Math.ceil(images.length / columns);
  return {
    actual: Math.floor(cell / labels.length),
    predicted: cell % labels.length,
    images,
    tiles,
    y: top,
    bottom: top + HEAD + Math.max(1, rows) * (tall + GAP),
  };
}

export function openedWords(data: ConfusionData, { actual, predicted, images }: Opened): string {
  const count = countAt(data, actual, predicted);
  const [is, said] = [data.labels[actual] ?? '', data.labels[predicted] ?? ''];
  const pair = actual === predicted ? `${is}, recognised` : `${is}, taken for ${said}`;
  if (count === 0) return `${pair}: none`;
  return `${pair}: ${images.length < count ? `${images.length} of ${formatCount(count)}` : formatCount(count)}`;
}

export function drawExamples(
  context: Context,
  data: ConfusionData,
  opened: Opened,
  width: number,
  theme: Theme,
): void {
  const { examples } = data;
  if (!examples) return;
  const words = fitText(openedWords(data, opened), TEXT.label, width - 4);
  drawText(context, theme, words, 2, opened.y + 12, { color: theme.ink, weight: 600 });
  const range = unionOf(knownRangesOf(examples.pixels));
  opened.tiles.forEach((tile, at) => {
    const image = opened.images[at] ?? 0;
    context.drawRaster(rasterOf(data, image, range, theme), tile);
    context.setLineDash([]);
    context.strokeStyle = theme.rule;
    context.lineWidth = 1;
    context.strokeRect(tile.x - 0.5, tile.y - 0.5, tile.width + 1, tile.height + 1);
  });
}

const cache = new WeakMap<ConfusionData, { theme: Theme; made: Map<number, Raster> }>();

function rasterOf(
  data: ConfusionData,
  image: number,
  range: { low: number; high: number },
  theme: Theme,
): Raster {
  const known = cache.get(data);
  const kept = known?.theme === theme ? known : { theme, made: new Map<number, Raster>() };
  cache.set(data, kept);
  const pixels = (data.examples as NonNullable<ConfusionData['examples']>).pixels;
  const ramp = pixels.channels === 3 ? 'color' : 'ink';
  const raster = kept.made.get(image) ?? pixelRaster(pixels, image, range, ramp, theme);
  kept.made.set(image, raster);
  return raster;
}
