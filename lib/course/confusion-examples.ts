import type { FrameData } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { OWN, UNIT, endsOf, quantize, type Stack } from './quantize';
import { readImages } from './read-images';
import type { Soon } from './soon';
import { mapSoon } from './soon';
import * as tf from './tf';
import type { ImagesLike } from './types/show-images';

type Examples = NonNullable<FrameData['confusion']['examples']>;

/** Of one cell, at most; fewer where all together would weigh more than the bytes. */
const MOST = { each: 12, bytes: 240_000 };
/** Larger images are shown smaller: as many pixels are left out as make them no larger than this. */
const LARGEST_SIDE = 32;

/**
 * Some of the cases of each cell as images, small enough to keep.
 * @param cells of each case, in order, the cell that it is counted in
 */
export function confusionExamples(images: ImagesLike, cells: Uint32Array): Soon<Examples> {
  const { count, shape } = extentOf(images);
  if (count !== cells.length) {
    throw new TypeError(
      `show.confusion: there are ${cells.length} cases, but ${count} images among the examples. Give one image for each case, in the same order.`,
    );
  }
  const places = placesFor(cells, bytesOf(shape));
  const taken = take(images, places);
  const stack = readImages(taken, 'show.confusion: examples');
  if (taken !== images) tf.dispose(taken as tf.Tensor);
  return mapSoon(stack, (full) => {
    const [low, high] = endsOf(full.values);
    return {
      pixels: quantize(smaller(full), low >= 0 && high <= 1 ? UNIT : OWN),
      cells: Uint32Array.from(places, (place) => cells[place] ?? 0),
      places: Uint32Array.from(places),
    };
  });
}

function extentOf(images: ImagesLike): { count: number; shape: readonly number[] } {
  if (images instanceof tf.Tensor)
    return { count: images.shape[0] ?? 0, shape: images.shape.slice(1) };
  const first = (images as readonly unknown[])[0];
  const size =
    first instanceof tf.Tensor ? first.size : ((first as ArrayLike<number>)?.length ?? 0);
  return { count: images.length, shape: [Math.sqrt(size), Math.sqrt(size)] };
}

function bytesOf([height = 0, width = 0, channels = 1]: readonly number[]): number {
  const step = stepFor(height, width);
  return Math.max(1, Math.ceil(height / step) * Math.ceil(width / step) * channels);
}

const stepFor = (height: number, width: number) =>
  Math.max(1, Math.ceil(Math.max(height, width) / LARGEST_SIDE));

/** The first cases of each cell: as many of each where all are small enough, else more of those that are often counted. */
function placesFor(cells: Uint32Array, bytes: number): number[] {
  const byCell = new Map<number, number[]>();
  cells.forEach((cell, place) => {
    const own = byCell.get(cell) ?? [];
    byCell.set(cell, own);
    own.push(place);
  });
  const lists = [...byCell.values()];
  const room = Math.min(LIMITS.images, Math.floor(MOST.bytes / bytes));
  const all = lists.flatMap((own) => own.slice(0, MOST.each));
  if (all.length <= room) return all;
  for (let share = room / cells.length; share > 1e-3; share *= 0.9) {
    const places = lists.flatMap((own) =>
      own.slice(0, Math.min(MOST.each, Math.max(1, Math.round(own.length * share)))),
    );
    if (places.length <= room) return places;
  }
  return lists.flatMap((own) => own.slice(0, 1)).slice(0, room);
}

function take(images: ImagesLike, places: readonly number[]): ImagesLike {
  if (images instanceof tf.Tensor) {
    return tf.tidy(() => tf.gather(images, tf.tensor1d([...places], 'int32')));
  }
  return places.map(
    (place) => (images as readonly ArrayLike<number>[])[place] as ArrayLike<number>,
  );
}

/** The mean of each block of pixels. */
function smaller(stack: Stack): Stack {
  const { count, height, width, channels, values } = stack;
  const step = stepFor(height, width);
  if (step === 1) return stack;
  const [rows, columns] = [Math.floor(height / step), Math.floor(width / step)];
  const out = new Float32Array(count * rows * columns * channels);
  for (let at = 0; at < out.length; at++) {
    const channel = at % channels;
    const column = Math.floor(at / channels) % columns;
    const row = Math.floor(at / (channels * columns)) % rows;
    const image = Math.floor(at / (channels * columns * rows));
    let sum = 0;
    for (let i = 0; i < step * step; i++) {
      const y = row * step + Math.floor(i / step);
      const x = column * step + (i % step);
      sum += values[((image * height + y) * width + x) * channels + channel] ?? 0;
    }
    out[at] = sum / (step * step);
  }
  return { count, height: rows, width: columns, channels, values: out };
}
