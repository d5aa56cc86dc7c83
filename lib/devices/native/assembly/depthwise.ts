import { Geometry } from './conv-geometry';

// Depthwise convolution: filter [filterHeight, filterWidth, channels, multiplier]; output channel c * multiplier + q sees
// input channel c alone.

/** Adds the products of two vectors' elements to those at `to`. */
function addProducts(to: usize, a: usize, b: usize, floats: i32): void {
  let i = 0;
  for (; i + 4 <= floats; i += 4) {
    const at = (<usize>i) << 2;
    const products = f32x4.mul(v128.load(a + at), v128.load(b + at));
    v128.store(to + at, f32x4.add(v128.load(to + at), products));
  }
  for (; i < floats; i++) {
    const at = (<usize>i) << 2;
    store<f32>(to + at, load<f32>(to + at) + load<f32>(a + at) * load<f32>(b + at));
  }
}

/** The gradient of the filter, given that of the output. */
export function depthwiseFilterGradient(
  geometry: usize,
  x: usize,
  dy: usize,
  gradient: usize,
): void {
  const g = changetype<Geometry>(geometry);
  const tap = (<usize>g.outChannels) << 2;
  memory.fill(gradient, 0, <usize>(g.filterHeight * g.filterWidth) * tap);
  for (let place = 0; place < g.places; place++)
    for (let i = 0; i < g.filterHeight; i++)
      for (let j = 0; j < g.filterWidth; j++) {
        const at = seen(g, place, i, j);
        if (at < 0) continue;
        const xAt = x + ((<usize>at) << 2);
        const dyAt = dy + <usize>place * tap;
        const to = gradient + <usize>(i * g.filterWidth + j) * tap;
        if (g.outChannels == g.inChannels) addProducts(to, xAt, dyAt, g.inChannels);
        else spreadProducts(g, to, xAt, dyAt);
      }
}

/** The gradient of the input, given that of the output. */
export function depthwiseInputGradient(
  geometry: usize,
  dy: usize,
  filter: usize,
  gradient: usize,
): void {
  const g = changetype<Geometry>(geometry);
  const tap = (<usize>g.outChannels) << 2;
  memory.fill(gradient, 0, (<usize>(g.batch * g.inHeight * g.inWidth * g.inChannels)) << 2);
  for (let place = 0; place < g.places; place++)
    for (let i = 0; i < g.filterHeight; i++)
      for (let j = 0; j < g.filterWidth; j++) {
        const at = seen(g, place, i, j);
        if (at < 0) continue;
        const to = gradient + ((<usize>at) << 2);
        const dyAt = dy + <usize>place * tap;
        const filterAt = filter + <usize>(i * g.filterWidth + j) * tap;
        if (g.outChannels == g.inChannels) addProducts(to, dyAt, filterAt, g.inChannels);
        else gatherProducts(g, to, dyAt, filterAt);
      }
}

/** The index of the first channel of the input that `place` of the output sees at (`i`, `j`) of the filter, or -1. */
function seen(g: Geometry, place: i32, i: i32, j: i32): i32 {
  const rows = place / g.outWidth;
  const row = (rows % g.outHeight) * g.strideHeight - g.padTop + i * g.dilationHeight;
  const column = (place % g.outWidth) * g.strideWidth - g.padLeft + j * g.dilationWidth;
  if (row < 0 || row >= g.inHeight || column < 0 || column >= g.inWidth) return -1;
  return (((rows / g.outHeight) * g.inHeight + row) * g.inWidth + column) * g.inChannels;
}

/** to[c, q] += x[c] · dy[c, q]. */
function spreadProducts(g: Geometry, to: usize, x: usize, dy: usize): void {
  const multiplier = g.outChannels / g.inChannels;
  for (let c = 0; c < g.inChannels; c++) {
    const value = load<f32>(x + ((<usize>c) << 2));
    for (let q = c * multiplier; q < (c + 1) * multiplier; q++) {
      const at = (<usize>q) << 2;
      store<f32>(to + at, load<f32>(to + at) + value * load<f32>(dy + at));
    }
  }
}

/** to[c] += the sum over q of dy[c, q] · filter[c, q]. */
function gatherProducts(g: Geometry, to: usize, dy: usize, filter: usize): void {
  const multiplier = g.outChannels / g.inChannels;
  for (let c = 0; c < g.inChannels; c++) {
    const at = to + ((<usize>c) << 2);
    let sum = load<f32>(at);
    for (let q = c * multiplier; q < (c + 1) * multiplier; q++)
      sum += load<f32>(dy + ((<usize>q) << 2)) * load<f32>(filter + ((<usize>q) << 2));
    store<f32>(at, sum);
  }
}
