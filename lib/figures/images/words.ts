import type { Cell, History, Table } from '../figure-module';
import { formatCount, formatNumber } from '../format';
import { BROKEN, knownRangesOf, pixelValue, unionOf, valueOf } from '../pixels/level';
import { numberOf, type Settings } from '../setting';
import { captionOf, when } from '../when';
import { ownRange, type ImagesData } from './scale';

/** "image 3 (cat)"; a label that is its number says nothing more. */
export function imageName(data: ImagesData, image: number): string {
  const label = data.labels[image];
  const number = `${image + 1}`;
  return `image ${number}${label && label !== number ? ` (${label})` : ''}`;
}

type Summary = { low: number; high: number; mean: number; broken: number };

export function summaryOf(data: ImagesData, image: number): Summary {
  const { levels, height, width, channels } = data.pixels;
  const size = height * width * channels;
  let [low, high, sum, broken] = [BROKEN, 0, 0, 0];
  for (let at = image * size; at < (image + 1) * size; at++) {
    const level = levels[at] ?? BROKEN;
    if (level === BROKEN) broken++;
    else {
      low = Math.min(low, level);
      high = Math.max(high, level);
      sum += level;
    }
  }
  const range = ownRange(data, image);
  if (broken === size) return { low: NaN, high: NaN, mean: NaN, broken };
  const value = (level: number) => valueOf(level, range);
  return { low: value(low), high: value(high), mean: value(sum / (size - broken)), broken };
}

/** "3 of 12 values are NaN or infinite": a frame keeps no more of what is not finite. */
function brokenWords(broken: number, all: number): string {
  const is = broken === 1 ? 'is' : 'are';
  if (broken < all) {
    return `${formatCount(broken)} of ${formatCount(all)} values ${is} NaN or infinite`;
  }
  return `${all === 1 ? 'the one value' : `all ${formatCount(all)} values`} ${is} NaN or infinite`;
}

export function spanOf(data: ImagesData, image: number): string {
  const { low, high, mean, broken } = summaryOf(data, image);
  if (Number.isNaN(mean)) return brokenWords(broken, broken);
  const { height, width, channels } = data.pixels;
  const bad = broken > 0 ? `; ${brokenWords(broken, height * width * channels)}` : '';
  return `from ${formatNumber(low)} to ${formatNumber(high)}, mean ${formatNumber(mean)}${bad}`;
}

export function describeImages(history: History<'images'>, at: number, settings: Settings): string {
  const data = history.frames[at]?.data;
  if (!data || data.pixels.count === 0) return 'There are no images.';
  const { count, height, width, channels } = data.pixels;
  const things = count === 1 ? '1 image' : `${formatCount(count)} images`;
  const size = `${things} of ${height} by ${width} pixels${channels === 3 ? ' in colour' : ''}`;
  const lead = history.frames.length > 1 ? `After ${when(history, at)}: ` : '';
  const open = numberOf(settings, 'open', -1);
  if (open >= 0 && open < count) {
    return `${lead}${size}; opened is ${imageName(data, open)}, ${spanOf(data, open)}.`;
  }
  return `${lead}${size}${valuesWords(data)} Press one to enlarge it.`;
}

function valuesWords({ pixels }: ImagesData): string {
  const { count, height, width, channels, levels } = pixels;
  const all = count * height * width * channels;
  const broken = levels.subarray(0, all).reduce((sum, one) => sum + (one === BROKEN ? 1 : 0), 0);
  if (broken === all) return `. None shows a number: ${brokenWords(broken, all)}.`;
  const { low, high } = unionOf(knownRangesOf(pixels));
  const gaps = broken > 0 ? `; ${brokenWords(broken, all)}` : '';
  return `, with values from ${formatNumber(low)} to ${formatNumber(high)}${gaps}.`;
}

/** The pixels of the opened image, else a line for each image. */
export function imagesTable(history: History<'images'>, at: number, settings: Settings): Table {
  const data = history.frames[at]?.data;
  const caption = captionOf(history, at);
  if (!data) return { caption, columns: [], rows: [] };
  const open = numberOf(settings, 'open', -1);
  if (open >= 0 && open < data.pixels.count) {
    return { ...pixelTable(data, open), caption: `${caption}, ${imageName(data, open)}` };
  }
  const rows = Array.from({ length: data.pixels.count }, (_, image): Cell[] => {
    const { low, high, mean } = summaryOf(data, image);
    return [image + 1, data.labels[image] ?? null, low, high, mean];
  });
  return { caption, columns: ['image', 'caption', 'least', 'greatest', 'mean'], rows };
}

/** A row for each row of pixels; three channels stand side by side. */
function pixelTable({ pixels }: ImagesData, image: number): Omit<Table, 'caption'> {
  const parts = pixels.channels === 3 ? [' red', ' green', ' blue'] : [''];
  const columns = Array.from({ length: pixels.width }, (_, column) => column);
  return {
    columns: ['row', ...columns.flatMap((c) => parts.map((part) => `column ${c + 1}${part}`))],
    rows: Array.from({ length: pixels.height }, (_, row): Cell[] => [
      row + 1,
      ...columns.flatMap((column) =>
        parts.map((_, channel) => pixelValue(pixels, image, { row, column, channel })),
      ),
    ]),
  };
}
