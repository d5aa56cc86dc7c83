import { activated, FROM_BIAS, FROM_OUT, storeSome } from './matmul-tile';

// A tile of a product whose both sides have p next to each other (the right side is given transposed):
// out[i, j] += a[i, p] · b[j, p], four p at a time.

/** The sums of four vectors' lanes, as one vector. */
function sums(v0: v128, v1: v128, v2: v128, v3: v128): v128 {
  const v01 = f32x4.add(
    v128.shuffle<f32>(v0, v1, 0, 4, 1, 5),
    v128.shuffle<f32>(v0, v1, 2, 6, 3, 7),
  );
  const v23 = f32x4.add(
    v128.shuffle<f32>(v2, v3, 0, 4, 1, 5),
    v128.shuffle<f32>(v2, v3, 2, 6, 3, 7),
  );
  return f32x4.add(
    v128.shuffle<f32>(v01, v23, 0, 1, 4, 5),
    v128.shuffle<f32>(v01, v23, 2, 3, 6, 7),
  );
}

/** All bits set in the first `lanes` lanes. */
function firstLanes(lanes: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(lanes));
}

/**
 * 2 rows and 4 columns, of which `rows` and `columns` are stored. The last p read up to 12 bytes past the end of both
 * sides, and count as zero.
 *
 * @param aRow bytes from a row of `a` to the next; bRow, outRow: of `b` and `out`
 */
export function dotTile(
  a: usize,
  aRow: usize,
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
  let b0 = b;
  let b1 = columns > 1 ? b0 + bRow : b0;
  let b2 = columns > 2 ? b1 + bRow : b1;
  let b3 = columns > 3 ? b2 + bRow : b2;

  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c02 = c00;
  let c03 = c00;
  let c10 = c00;
  let c11 = c00;
  let c12 = c00;
  let c13 = c00;

  let left = depth;
  for (; left >= 4; left -= 4) {
    const x0 = v128.load(a0);
    const x1 = v128.load(a1);
    const y0 = v128.load(b0);
    c00 = f32x4.add(c00, f32x4.mul(x0, y0));
    c10 = f32x4.add(c10, f32x4.mul(x1, y0));
    const y1 = v128.load(b1);
    c01 = f32x4.add(c01, f32x4.mul(x0, y1));
    c11 = f32x4.add(c11, f32x4.mul(x1, y1));
    const y2 = v128.load(b2);
    c02 = f32x4.add(c02, f32x4.mul(x0, y2));
    c12 = f32x4.add(c12, f32x4.mul(x1, y2));
    const y3 = v128.load(b3);
    c03 = f32x4.add(c03, f32x4.mul(x0, y3));
    c13 = f32x4.add(c13, f32x4.mul(x1, y3));
    a0 += 16;
    a1 += 16;
    b0 += 16;
    b1 += 16;
    b2 += 16;
    b3 += 16;
  }
  if (left > 0) {
    const mask = firstLanes(left);
    const x0 = v128.and(v128.load(a0), mask);
    const x1 = v128.and(v128.load(a1), mask);
    const y0 = v128.and(v128.load(b0), mask);
    c00 = f32x4.add(c00, f32x4.mul(x0, y0));
    c10 = f32x4.add(c10, f32x4.mul(x1, y0));
    const y1 = v128.and(v128.load(b1), mask);
    c01 = f32x4.add(c01, f32x4.mul(x0, y1));
    c11 = f32x4.add(c11, f32x4.mul(x1, y1));
    const y2 = v128.and(v128.load(b2), mask);
    c02 = f32x4.add(c02, f32x4.mul(x0, y2));
    c12 = f32x4.add(c12, f32x4.mul(x1, y2));
    const y3 = v128.and(v128.load(b3), mask);
    c03 = f32x4.add(c03, f32x4.mul(x0, y3));
    c13 = f32x4.add(c13, f32x4.mul(x1, y3));
  }

  let row0 = sums(c00, c01, c02, c03);
  let row1 = sums(c10, c11, c12, c13);
  const out1 = rows > 1 ? out + outRow : out;
  if (from == FROM_BIAS) {
    const start = v128.load(bias);
    row0 = f32x4.add(row0, start);
    row1 = f32x4.add(row1, start);
  } else if (from == FROM_OUT) {
    row0 = f32x4.add(row0, v128.load(out));
    row1 = f32x4.add(row1, v128.load(out1));
  }
  storeSome(out, activated(row0, relu), columns);
  if (rows > 1) storeSome(out1, activated(row1, relu), columns);
}
