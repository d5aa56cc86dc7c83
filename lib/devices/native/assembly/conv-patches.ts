import { Geometry } from './conv-geometry';

// What each place of a convolution's output sees of its input, as the rows of a matrix [places, patch]: a convolution is
// then a product of matrices. Only a few places are laid out at a time, so that the matrix stays in cache.

/** Writes `floats` zeros, and up to 3 more. */
function clear(to: usize, floats: i32): void {
  const zero = f32x4.splat(0);
  for (let i = 0; i < floats; i += 4) v128.store(to + ((<usize>i) << 2), zero);
}

/** Copies `floats` floats, and up to 3 more. */
function copy(to: usize, from: usize, floats: i32): void {
  for (let i = 0; i < floats; i += 4) {
    const at = (<usize>i) << 2;
    v128.store(to + at, v128.load(from + at));
  }
}

/** Adds `floats` floats from address `from` to those at `to`. */
function addTo(to: usize, from: usize, floats: i32): void {
  let i = 0;
  for (; i + 4 <= floats; i += 4) {
    const at = (<usize>i) << 2;
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  }
  for (; i < floats; i++) {
    const at = (<usize>i) << 2;
    store<f32>(to + at, load<f32>(to + at) + load<f32>(from + at));
  }
}

/** Writes the patches of `count` places from place `first` on; may write 12 bytes past their end. */
export function readPatches(g: Geometry, x: usize, patches: usize, first: i32, count: i32): void {
  const channels = g.inChannels;
  const run = g.filterWidth * channels;
  let to = patches;
  for (let place = first; place < first + count; place++) {
    const left = (place % g.outWidth) * g.strideWidth - g.padLeft;
    const rows = place / g.outWidth;
    const top = (rows % g.outHeight) * g.strideHeight - g.padTop;
    const image = (rows / g.outHeight) * g.inHeight;
    const whole = g.dilationWidth == 1 && left >= 0 && left + g.filterWidth <= g.inWidth;
    for (let i = 0; i < g.filterHeight; i++) {
      const y = top + i * g.dilationHeight;
      const row = (image + y) * g.inWidth;
      if (y < 0 || y >= g.inHeight) clear(to, run);
      else if (whole) copy(to, x + ((<usize>((row + left) * channels)) << 2), run);
      else
        for (let j = 0; j < g.filterWidth; j++) {
          const z = left + j * g.dilationWidth;
          const at = to + ((<usize>(j * channels)) << 2);
          if (z < 0 || z >= g.inWidth) clear(at, channels);
          else copy(at, x + ((<usize>((row + z) * channels)) << 2), channels);
        }
      to += (<usize>run) << 2;
    }
  }
}

/** Adds the patches of `count` places from place `first` on to the places of `x` that they were read from. */
export function addPatches(g: Geometry, patches: usize, x: usize, first: i32, count: i32): void {
  const channels = g.inChannels;
  const run = g.filterWidth * channels;
  let from = patches;
  for (let place = first; place < first + count; place++) {
    const left = (place % g.outWidth) * g.strideWidth - g.padLeft;
    const rows = place / g.outWidth;
    const top = (rows % g.outHeight) * g.strideHeight - g.padTop;
    const image = (rows / g.outHeight) * g.inHeight;
    const whole = g.dilationWidth == 1 && left >= 0 && left + g.filterWidth <= g.inWidth;
    for (let i = 0; i < g.filterHeight; i++) {
      const y = top + i * g.dilationHeight;
      const row = (image + y) * g.inWidth;
      if (y >= 0 && y < g.inHeight) {
        if (whole) addTo(x + ((<usize>((row + left) * channels)) << 2), from, run);
        else
          for (let j = 0; j < g.filterWidth; j++) {
            const z = left + j * g.dilationWidth;
            if (z < 0 || z >= g.inWidth) continue;
            const at = (<usize>(j * channels)) << 2;
            addTo(x + ((<usize>((row + z) * channels)) << 2), from + at, channels);
          }
      }
      from += (<usize>run) << 2;
    }
  }
}
