import { dotTile } from './matmul-dot';
import { FROM_BIAS, FROM_OUT, FROM_ZERO, tile4, tile8 } from './matmul-tile';

// How many p a pass over the tiles takes: what it reads of the side that it goes over again and again stays in cache.
const DEPTH = 256;

/**
 * A product of matrices, out[m, n] = activation(a · b + bias), all row after row and without gaps.
 *
 * @param a [m, k], or with `transposeA` [k, m]
 * @param b [k, n], or with `transposeB` [n, k]
 * @param bias [n], or 0 for none
 * @param out [m, n]; overlaps neither side
 * @param activation 0 for none, 1 for relu
 */
export function gemm(
  a: usize,
  b: usize,
  bias: usize,
  out: usize,
  m: i32,
  k: i32,
  n: i32,
  transposeA: i32,
  transposeB: i32,
  activation: i32,
): void {
  const from = bias ? FROM_BIAS : FROM_ZERO;
  if (transposeA && transposeB) strided(a, b, bias, out, m, k, n, activation == 1);
  else product(a, b, bias, out, m, k, n, transposeA, transposeB, from, activation);
}

/** As `gemm`, not both transposed, where `start` says what the sums begin with. */
export function product(
  a: usize,
  b: usize,
  bias: usize,
  out: usize,
  m: i32,
  k: i32,
  n: i32,
  transposeA: i32,
  transposeB: i32,
  start: i32,
  activation: i32,
): void {
  const aRow = (<usize>(transposeA ? 1 : k)) << 2;
  const aStep = (<usize>(transposeA ? m : 1)) << 2;
  // One column lies the same way transposed, and then its p are next to each other.
  const dots = transposeB || (n == 1 && !transposeA);
  let p = 0;
  do {
    const depth = min(DEPTH, k - p);
    const from = p > 0 ? FROM_OUT : start;
    const relu = activation == 1 && p + depth == k;
    const aAt = a + <usize>p * aStep;
    if (dots) dot(aAt, b + ((<usize>p) << 2), k, depth, bias, out, m, n, from, relu);
    else outer(aAt, aRow, aStep, b + ((<usize>(p * n)) << 2), depth, bias, out, m, n, from, relu);
    p += DEPTH;
  } while (p < k);
}

/** Reads the longer of the two sides once, and the shorter again and again. */
function outer(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  depth: i32,
  bias: usize,
  out: usize,
  m: i32,
  n: i32,
  from: i32,
  relu: bool,
): void {
  if (m > n)
    for (let i = 0; i < m; i += 4)
      for (let j = 0; j < n; j += n - j >= 8 ? 8 : 4)
        outerTile(a, aRow, aStep, b, depth, bias, out, m, n, i, j, from, relu);
  else
    for (let j = 0; j < n; j += n - j >= 8 ? 8 : 4)
      for (let i = 0; i < m; i += 4)
        outerTile(a, aRow, aStep, b, depth, bias, out, m, n, i, j, from, relu);
}

function outerTile(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  depth: i32,
  bias: usize,
  out: usize,
  m: i32,
  n: i32,
  i: i32,
  j: i32,
  from: i32,
  relu: bool,
): void {
  const row = (<usize>n) << 2;
  const at = (<usize>j) << 2;
  const aAt = a + <usize>i * aRow;
  const outAt = out + <usize>i * row + at;
  if (n - j >= 8)
    tile8(aAt, aRow, aStep, b + at, row, depth, bias + at, outAt, row, m - i, from, relu);
  else tile4(aAt, aRow, aStep, b + at, row, depth, bias + at, outAt, row, m - i, n - j, from, relu);
}

/** `k` is what a row of either side has; `depth` of it are taken. */
function dot(
  a: usize,
  b: usize,
  k: i32,
  depth: i32,
  bias: usize,
  out: usize,
  m: i32,
  n: i32,
  from: i32,
  relu: bool,
): void {
  if (m > n)
    for (let i = 0; i < m; i += 2)
      for (let j = 0; j < n; j += 4) dotTileAt(a, b, k, depth, bias, out, m, n, i, j, from, relu);
  else
    for (let j = 0; j < n; j += 4)
      for (let i = 0; i < m; i += 2) dotTileAt(a, b, k, depth, bias, out, m, n, i, j, from, relu);
}

function dotTileAt(
  a: usize,
  b: usize,
  k: i32,
  depth: i32,
  bias: usize,
  out: usize,
  m: i32,
  n: i32,
  i: i32,
  j: i32,
  from: i32,
  relu: bool,
): void {
  const kRow = (<usize>k) << 2;
  const nRow = (<usize>n) << 2;
  const at = (<usize>j) << 2;
  const aAt = a + <usize>i * kRow;
  const bAt = b + <usize>j * kRow;
  const outAt = out + <usize>i * nRow + at;
  dotTile(aAt, kRow, bAt, kRow, depth, bias + at, outAt, nRow, m - i, n - j, from, relu);
}

/** A product whose both sides are transposed, which no layer's training asks for: one number after another. */
function strided(
  a: usize,
  b: usize,
  bias: usize,
  out: usize,
  m: i32,
  k: i32,
  n: i32,
  relu: bool,
): void {
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum: f32 = bias ? load<f32>(bias + ((<usize>j) << 2)) : 0;
      for (let p = 0; p < k; p++)
        sum +=
          load<f32>(a + ((<usize>(p * m + i)) << 2)) * load<f32>(b + ((<usize>(j * k + p)) << 2));
      store<f32>(out + ((<usize>(i * n + j)) << 2), relu ? max<f32>(sum, 0) : sum);
    }
}
