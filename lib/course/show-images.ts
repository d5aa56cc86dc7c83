import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkLength } from './check-size';
import {
  AROUND_ZERO,
  FROM_ZERO,
  OWN,
  UNIT,
  endsOf,
  quantize,
  type Spread,
  type Stack,
} from './quantize';
import { readImages } from './read-images';
import type { Soon } from './soon';
import { mapSoon } from './soon';
import type { ImagesLike, ImagesOptions } from './types/show-images';

type ImagesData = FrameData['images'];
type Ramp = ImagesData['ramp'];

const RAMPS: readonly Ramp[] = ['ink', 'gray', 'magnitude', 'diverging', 'color'];
const SCALES: readonly ImagesData['scale'][] = ['unit', 'each', 'all'];

/**
 * Images as the data of a figure.
 * @throws {TypeError | RangeError} if they are no images, or names and options don't fit.
 */
export function imagesData(
  images: ImagesLike,
  options: ImagesOptions = {},
  caller = 'show.images',
): Soon<ImagesData> {
  return mapSoon(readImages(images, caller), (stack) => dataOf(stack, options, caller));
}

export function dataOf(stack: Stack, options: ImagesOptions, caller: string): ImagesData {
  const ends = endsOf(stack.values);
  const ramp = rampFor(stack, ends, options.ramp, caller);
  const scale = checked('scale', options.scale, SCALES, caller) ?? scaleFor(ramp, ends);
  return {
    pixels: quantize(stack, spreadFor(ramp, scale)),
    labels: labelsFor(stack.count, options.labels, caller),
    columns: columnsFor(options.columns, caller),
    ramp,
    scale,
  };
}

function rampFor(
  { channels }: Stack,
  [low]: readonly [number, number],
  asked: Ramp | undefined,
  caller: string,
): Ramp {
  const ramp = checked('ramp', asked, RAMPS, caller);
  if (channels === 3) {
    if (ramp === undefined || ramp === 'color') return 'color';
    throw new TypeError(
      `${caller}: images with three channels are drawn in colour, not with the ramp '${ramp}'. Take one channel with slice.`,
    );
  }
  if (ramp === 'color') {
    throw new TypeError(`${caller}: images with one channel have no colour. Leave out the ramp.`);
  }
  return ramp ?? (low < 0 ? 'diverging' : 'ink');
}

function scaleFor(ramp: Ramp, [low, high]: readonly [number, number]): ImagesData['scale'] {
  if (ramp === 'diverging' || ramp === 'magnitude') return 'all';
  return low >= 0 && high <= 1 ? 'unit' : 'all';
}

function spreadFor(ramp: Ramp, scale: ImagesData['scale']): Spread {
  if (ramp === 'diverging') return AROUND_ZERO;
  if (scale === 'unit') return UNIT;
  return ramp === 'magnitude' ? FROM_ZERO : OWN;
}

function labelsFor(
  count: number,
  labels: ArrayLike<string | number> | undefined,
  caller: string,
): string[] {
  if (labels === undefined) return [];
  if (labels.length !== count) {
    throw new TypeError(`${caller}: there are ${count} images, but ${labels.length} labels.`);
  }
  return Array.from(labels, (label) => checkLength(`${caller}: a label`, label, LIMITS.name));
}

function columnsFor(columns: number | undefined, caller: string): number {
  if (columns === undefined) return 0;
  if (Number.isInteger(columns) && columns > 0) return columns;
  throw new RangeError(`${caller}: columns is a whole number, 1 or more, but got ${columns}.`);
}

function checked<T extends string>(
  name: string,
  given: T | undefined,
  options: readonly T[],
  caller: string,
): T | undefined {
  if (given === undefined || options.includes(given)) return given;
  const all = options.map((option) => `'${option}'`).join(', ');
  throw new TypeError(`${caller}: ${name} is one of ${all}, but got ${String(given)}.`);
}
