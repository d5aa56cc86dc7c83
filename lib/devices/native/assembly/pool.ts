import { Geometry } from './conv-geometry';

/** Max pooling: out = the largest value of each window, [batch, outHeight, outWidth, channels]. NaN counts as none. */
export function maxPool(geometry: usize, x: usize, out: usize): void {
  const g = changetype<Geometry>(geometry);
  for (let place = 0; place < g.places; place++) {
    const left = (place % g.outWidth) * g.strideWidth - g.padLeft;
    const rows = place / g.outWidth;
    const top = (rows % g.outHeight) * g.strideHeight - g.padTop;
    const image = (rows / g.outHeight) * g.inHeight;
    const at = (<usize>(place * g.inChannels)) << 2;
    let channel = 0;
    for (; channel + 4 <= g.inChannels; channel += 4) {
      const from = (<usize>channel) << 2;
      v128.store(out + at + from, largest4(g, image, top, left, x + from));
    }
    for (; channel < g.inChannels; channel++) {
      const from = (<usize>channel) << 2;
      // One lane of four; the others read up to 12 bytes past the end, which the heap always has.
      v128.store32_lane(out + at + from, largest4(g, image, top, left, x + from), 0);
    }
  }
}

/** The largest value of four channels in the window whose upper left corner is at (`top`, `left`). */
function largest4(g: Geometry, image: i32, top: i32, left: i32, x: usize): v128 {
  let largest = f32x4.splat(-Infinity);
  const bottom = min(top + g.filterHeight, g.inHeight);
  const right = min(left + g.filterWidth, g.inWidth);
  for (let i = max(top, 0); i < bottom; i++)
    for (let j = max(left, 0); j < right; j++) {
      const at = (<usize>(((image + i) * g.inWidth + j) * g.inChannels)) << 2;
      largest = f32x4.pmax(largest, v128.load(x + at));
    }
  return largest;
}

/**
 * The gradient of max pooling's input, given that of its output: each window's goes to the first of its largest values.
 *
 * @param y the pooling's output
 */
export function maxPoolGradient(
  geometry: usize,
  x: usize,
  y: usize,
  dy: usize,
  gradient: usize,
): void {
  const g = changetype<Geometry>(geometry);
  memory.fill(gradient, 0, (<usize>(g.batch * g.inHeight * g.inWidth * g.inChannels)) << 2);
  for (let place = 0; place < g.places; place++) {
    const left = (place % g.outWidth) * g.strideWidth - g.padLeft;
    const rows = place / g.outWidth;
    const top = (rows % g.outHeight) * g.strideHeight - g.padTop;
    const image = (rows / g.outHeight) * g.inHeight;
    const at = (<usize>(place * g.inChannels)) << 2;
    let channel = 0;
    for (; channel + 4 <= g.inChannels; channel += 4) {
      const from = (<usize>channel) << 2;
      window4(g, image, top, left, x + from, y + at + from, dy + at + from, gradient + from);
    }
    for (; channel < g.inChannels; channel++) {
      const from = (<usize>channel) << 2;
      window1(g, image, top, left, x + from, y + at + from, dy + at + from, gradient + from);
    }
  }
}

/** Four channels of one window whose upper left corner is at (`top`, `left`). */
function window4(
  g: Geometry,
  image: i32,
  top: i32,
  left: i32,
  x: usize,
  y: usize,
  dy: usize,
  gradient: usize,
): void {
  const largest = v128.load(y);
  // What has not yet found its place.
  let open = v128.load(dy);
  const bottom = min(top + g.filterHeight, g.inHeight);
  const right = min(left + g.filterWidth, g.inWidth);
  for (let i = max(top, 0); i < bottom; i++)
    for (let j = max(left, 0); j < right; j++) {
      const at = (<usize>(((image + i) * g.inWidth + j) * g.inChannels)) << 2;
      const here = f32x4.eq(v128.load(x + at), largest);
      const sum = f32x4.add(v128.load(gradient + at), v128.and(open, here));
      v128.store(gradient + at, sum);
      open = v128.andnot(open, here);
    }
}

function window1(
  g: Geometry,
  image: i32,
  top: i32,
  left: i32,
  x: usize,
  y: usize,
  dy: usize,
  gradient: usize,
): void {
  const largest = load<f32>(y);
  const bottom = min(top + g.filterHeight, g.inHeight);
  const right = min(left + g.filterWidth, g.inWidth);
  for (let i = max(top, 0); i < bottom; i++)
    for (let j = max(left, 0); j < right; j++) {
      const at = (<usize>(((image + i) * g.inWidth + j) * g.inChannels)) << 2;
      if (load<f32>(x + at) != largest) continue;
      store<f32>(gradient + at, load<f32>(gradient + at) + load<f32>(dy));
      return;
    }
}
