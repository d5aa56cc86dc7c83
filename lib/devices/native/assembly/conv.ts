import { Geometry } from './conv-geometry';
import { addPatches, readPatches } from './conv-patches';
import { product } from './matmul';
import { FROM_BIAS, FROM_OUT, FROM_ZERO } from './matmul-tile';

// How many floats of patches are laid out at a time; with what they are multiplied by they fit in a core's second cache.
const PATCH_FLOATS = 32 * 1024;

/** How many places are laid out at a time. */
function placesAtOnce(g: Geometry): i32 {
  const fitting = max(4, (PATCH_FLOATS / max(1, g.patch)) & ~3);
  return min(g.places, fitting);
}

/** Bytes of scratch memory that each of the functions below needs. */
export function convScratch(geometry: usize): usize {
  const g = changetype<Geometry>(geometry);
  return (<usize>(placesAtOnce(g) * g.patch + g.patch * g.outChannels + 4)) << 2;
}

/**
 * out = activation(conv(x, filter) + bias).
 *
 * @param bias [outChannels], or 0 for none
 * @param activation 0 for none, 1 for relu
 */
export function conv(
  geometry: usize,
  x: usize,
  filter: usize,
  bias: usize,
  out: usize,
  scratch: usize,
  activation: i32,
): void {
  const g = changetype<Geometry>(geometry);
  const from = bias ? FROM_BIAS : FROM_ZERO;
  const step = placesAtOnce(g);
  for (let first = 0; first < g.places; first += step) {
    const count = min(step, g.places - first);
    const at = out + ((<usize>(first * g.outChannels)) << 2);
    readPatches(g, x, scratch, first, count);
    product(scratch, filter, bias, at, count, g.patch, g.outChannels, 0, 0, from, activation);
  }
}

/** The gradient of the filter, [filterHeight, filterWidth, inChannels, outChannels], given that of the output. */
export function convFilterGradient(
  geometry: usize,
  x: usize,
  dy: usize,
  gradient: usize,
  scratch: usize,
): void {
  const g = changetype<Geometry>(geometry);
  const step = placesAtOnce(g);
  memory.fill(gradient, 0, (<usize>(g.patch * g.outChannels)) << 2);
  for (let first = 0; first < g.places; first += step) {
    const count = min(step, g.places - first);
    const at = dy + ((<usize>(first * g.outChannels)) << 2);
    readPatches(g, x, scratch, first, count);
    product(scratch, at, 0, gradient, g.patch, count, g.outChannels, 1, 0, FROM_OUT, 0);
  }
}

/** The gradient of the input, [batch, inHeight, inWidth, inChannels], given that of the output. */
export function convInputGradient(
  geometry: usize,
  dy: usize,
  filter: usize,
  gradient: usize,
  scratch: usize,
): void {
  const g = changetype<Geometry>(geometry);
  const step = placesAtOnce(g);
  const turned = scratch + ((<usize>(step * g.patch + 4)) << 2);
  turn(filter, turned, g.patch, g.outChannels);
  memory.fill(gradient, 0, (<usize>(g.batch * g.inHeight * g.inWidth * g.inChannels)) << 2);
  for (let first = 0; first < g.places; first += step) {
    const count = min(step, g.places - first);
    const at = dy + ((<usize>(first * g.outChannels)) << 2);
    product(at, turned, 0, scratch, count, g.outChannels, g.patch, 0, 0, FROM_ZERO, 0);
    addPatches(g, scratch, gradient, first, count);
  }
}

/** Writes a [rows, columns] matrix as [columns, rows]. */
function turn(from: usize, to: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      store<f32>(
        to + ((<usize>(j * rows + i)) << 2),
        load<f32>(from + ((<usize>(i * columns + j)) << 2)),
      );
}
