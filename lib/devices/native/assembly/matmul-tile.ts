// Tiles of a product whose right side has its columns next to each other: out[i, j] += a[i, p] · b[p, j].
// A tile stands in registers while p runs. Rows and columns past the edge are computed from what is there and not stored;
// the columns read up to 12 bytes past the end of `b`, which the heap always has.

/** Where a tile's sums begin. */
export const FROM_ZERO: i32 = 0;
export const FROM_BIAS: i32 = 1;
export const FROM_OUT: i32 = 2;

/** `sum`, or with `relu` what of it is above zero; NaN stays NaN. */
export function activated(sum: v128, relu: bool): v128 {
  return relu ? f32x4.pmax(sum, f32x4.splat(0)) : sum;
}

/** Stores the first `columns` (at most 4) floats of `sum`. */
export function storeSome(out: usize, sum: v128, columns: i32): void {
  if (columns >= 4) {
    v128.store(out, sum);
    return;
  }
  if (columns >= 2) v128.store64_lane(out, sum, 0);
  if (columns == 3) v128.store32_lane(out, sum, 2, 8);
  else if (columns == 1) v128.store32_lane(out, sum, 0);
}

/**
 * 4 rows and 8 columns, of which `rows` are stored.
 *
 * @param aRow bytes from a row of `a` to the next; aStep: from one p to the next
 * @param bRow bytes from one p of `b` to the next
 * @param outRow bytes from a row of `out` to the next
 */
export function tile8(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  depth: i32,
  bias: usize,
  out: usize,
  outRow: usize,
  rows: i32,
  from: i32,
  relu: bool,
): void {
  let a0 = a;
  let a1 = rows > 1 ? a0 + aRow : a0;
  let a2 = rows > 2 ? a1 + aRow : a1;
  let a3 = rows > 3 ? a2 + aRow : a2;
  const out1 = out + outRow;
  const out2 = out1 + outRow;
  const out3 = out2 + outRow;

  let c00 = f32x4.splat(0);
  let c01 = c00;
  if (from == FROM_BIAS) {
    c00 = v128.load(bias);
    c01 = v128.load(bias, 16);
  }
  let c10 = c00;
  let c11 = c01;
  let c20 = c00;
  let c21 = c01;
  let c30 = c00;
  let c31 = c01;
  if (from == FROM_OUT) {
    c00 = v128.load(out);
    c01 = v128.load(out, 16);
    if (rows > 1) {
      c10 = v128.load(out1);
      c11 = v128.load(out1, 16);
    }
    if (rows > 2) {
      c20 = v128.load(out2);
      c21 = v128.load(out2, 16);
    }
    if (rows > 3) {
      c30 = v128.load(out3);
      c31 = v128.load(out3, 16);
    }
  }

  for (let p = 0; p < depth; p++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const x0 = v128.load32_splat(a0);
    c00 = f32x4.add(c00, f32x4.mul(x0, b0));
    c01 = f32x4.add(c01, f32x4.mul(x0, b1));
    const x1 = v128.load32_splat(a1);
    c10 = f32x4.add(c10, f32x4.mul(x1, b0));
    c11 = f32x4.add(c11, f32x4.mul(x1, b1));
    const x2 = v128.load32_splat(a2);
    c20 = f32x4.add(c20, f32x4.mul(x2, b0));
    c21 = f32x4.add(c21, f32x4.mul(x2, b1));
    const x3 = v128.load32_splat(a3);
    c30 = f32x4.add(c30, f32x4.mul(x3, b0));
    c31 = f32x4.add(c31, f32x4.mul(x3, b1));
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bRow;
  }

  v128.store(out, activated(c00, relu));
  v128.store(out, activated(c01, relu), 16);
  if (rows > 1) {
    v128.store(out1, activated(c10, relu));
    v128.store(out1, activated(c11, relu), 16);
  }
  if (rows > 2) {
    v128.store(out2, activated(c20, relu));
    v128.store(out2, activated(c21, relu), 16);
  }
  if (rows > 3) {
    v128.store(out3, activated(c30, relu));
    v128.store(out3, activated(c31, relu), 16);
  }
}

/** As `tile8` with 4 columns, of which `columns` are stored. */
export function tile4(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  depth: i32,
  bias: usize,
  out: usize,
  outRow: usize,
  rows: i32,
  columns: i32,
  from: i32,
  relu: bool,
): void {
  let a0 = a;
  let a1 = rows > 1 ? a0 + aRow : a0;
  let a2 = rows > 2 ? a1 + aRow : a1;
  let a3 = rows > 3 ? a2 + aRow : a2;
  const out1 = rows > 1 ? out + outRow : out;
  const out2 = rows > 2 ? out1 + outRow : out1;
  const out3 = rows > 3 ? out2 + outRow : out2;

  let c0 = from == FROM_BIAS ? v128.load(bias) : f32x4.splat(0);
  let c1 = c0;
  let c2 = c0;
  let c3 = c0;
  if (from == FROM_OUT) {
    c0 = v128.load(out);
    c1 = v128.load(out1);
    c2 = v128.load(out2);
    c3 = v128.load(out3);
  }

  for (let p = 0; p < depth; p++) {
    const b0 = v128.load(b);
    c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(a0), b0));
    c1 = f32x4.add(c1, f32x4.mul(v128.load32_splat(a1), b0));
    c2 = f32x4.add(c2, f32x4.mul(v128.load32_splat(a2), b0));
    c3 = f32x4.add(c3, f32x4.mul(v128.load32_splat(a3), b0));
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bRow;
  }

  storeSome(out, activated(c0, relu), columns);
  if (rows > 1) storeSome(out1, activated(c1, relu), columns);
  if (rows > 2) storeSome(out2, activated(c2, relu), columns);
  if (rows > 3) storeSome(out3, activated(c3, relu), columns);
}
