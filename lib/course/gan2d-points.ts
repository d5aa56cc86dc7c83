import { readFloats } from './read-values';
import type { Soon } from './soon';
import { mapSoon } from './soon';
import * as tf from './tf';
import type { PointsLike } from './types/gan';

/** `values` is row-major `[count, size]`. */
export type Points = { values: Float32Array; count: number; size: number };

/** More would be a crowd in which no point can be followed, and cost more bytes than they show. */
const MOST = 150;
const PADDING = 1.3;

/**
 * The first points of a tensor or of pairs, read now.
 * @param size how many numbers each has; any number if not said
 * @throws {TypeError} if they are not points.
 */
export function gan2dPoints(
  points: PointsLike,
  name: string,
  caller: string,
  size?: number,
): Soon<Points> {
  const shape = points instanceof tf.Tensor ? points.shape : shapeOf(points);
  const [count = 0, each = 0] = shape;
  if (shape.length !== 2 || count < 1 || each < 1 || (size !== undefined && each !== size)) {
    const wanted = `[${name === 'real' ? 'points, 2' : 'points, numbers of noise'}]`;
    throw new TypeError(
      `${caller}: ${name} is a tensor of shape ${wanted}, or a list of pairs, but this has the shape [${shape.join(', ')}].`,
    );
  }
  const kept = Math.min(MOST, count);
  const values = points instanceof tf.Tensor ? readFirst(points, kept, each) : rowsOf(points, kept);
  return mapSoon(values, (read) => ({ values: read, count: kept, size: each }));
}

function readFirst(tensor: tf.Tensor, count: number, size: number): Soon<Float32Array> {
  return mapSoon(readFloats(tensor), (values) => values.slice(0, count * size));
}

function shapeOf(rows: readonly ArrayLike<number>[]): number[] {
  if (!Array.isArray(rows) || rows.length === 0) return [0];
  const size = (rows[0] as ArrayLike<number> | undefined)?.length ?? 0;
  const isEven = rows.every((row: ArrayLike<number>) => row.length === size);
  return isEven ? [rows.length, size] : [rows.length];
}

function rowsOf(rows: readonly ArrayLike<number>[], count: number): Float32Array {
  return Float32Array.from(rows.slice(0, count).flatMap((row) => Array.from(row)));
}

/** A square around the points, its ends with two digits; or as the reader wants it. */
export function windowAround(
  { values }: Points,
  wanted: readonly [number, number] | undefined,
): [number, number] {
  if (wanted && wanted[0] < wanted[1]) return [wanted[0], wanted[1]];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const half = (PADDING * (high - low)) / 2 || 1;
  const unit = 10 ** (Math.floor(Math.log10(half)) - 1);
  const middle = (low + high) / 2;
  return [Math.floor((middle - half) / unit) * unit, Math.ceil((middle + half) / unit) * unit];
}

/**
 * A regular grid as a tensor `[side * side, 2]`, row by row from the top left: its outermost places stand on the ends,
 * or, of pixels, half a pixel inside.
 */
export function planeGrid([low, high]: readonly [number, number], side: number, pixels = false) {
  const at = (index: number) => {
    const share = pixels ? (index + 0.5) / side : index / (side - 1);
    return low + share * (high - low);
  };
  const values = new Float32Array(2 * side * side);
  for (let i = 0; i < side * side; i++) {
    values[2 * i] = at(i % side);
    values[2 * i + 1] = at(side - 1 - Math.floor(i / side));
  }
  return tf.tensor2d(values, [side * side, 2]);
}
