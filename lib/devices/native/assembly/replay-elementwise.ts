// What a recorded step computes element by element. Operations are numbers: the place in the lists of
// lib/devices/replay/opcodes.ts. What has `@inline` is written out for each of them, so that no loop asks which it is;
// Prettier, which does not read that, leaves this file alone.
import { exp4, log1p4, log4, sigmoid4, splat, tanh4 } from './replay-math';

@inline
function combine(op: i32, a: v128, b: v128): v128 {
  if (op == 0) return f32x4.add(a, b);
  if (op == 1) return f32x4.sub(a, b);
  if (op == 2) return f32x4.mul(a, b);
  if (op == 3) return f32x4.div(a, b);
  if (op == 4) return f32x4.max(a, b);
  if (op == 5) return f32x4.min(a, b);
  if (op == 6) {
    const difference = f32x4.sub(a, b);
    return f32x4.mul(difference, difference);
  }
  // The gradient of relu, from its x = a.
  if (op == 8) return v128.and(b, f32x4.gt(a, splat(0)));
  // The gradient of elu, from its own y = b.
  return v128.bitselect(a, f32x4.mul(a, f32x4.add(b, splat(1))), f32x4.ge(b, splat(0)));
}

@inline
function alongRows(
  op: i32,
  a: usize,
  b: usize,
  out: usize,
  rows: i32,
  cols: i32,
  aRow: i32,
  aCol: i32,
  bRow: i32,
  bCol: i32,
): void {
  const whole = cols & ~3;
  for (let r = 0; r < rows; r++) {
    const fixedA = v128.load32_splat(a);
    const fixedB = v128.load32_splat(b);
    for (let c = 0; c < whole; c += 4) {
      const at = (<usize>c) << 2;
      const x = aCol ? v128.load(a + at) : fixedA;
      const y = bCol ? v128.load(b + at) : fixedB;
      v128.store(out + at, combine(op, x, y));
    }
    for (let c = whole; c < cols; c++) {
      const at = (<usize>c) << 2;
      const x = aCol ? v128.load32_splat(a + at) : fixedA;
      const y = bCol ? v128.load32_splat(b + at) : fixedB;
      v128.store32_lane(out + at, combine(op, x, y), 0);
    }
    a += (<usize>aRow) << 2;
    b += (<usize>bRow) << 2;
    out += (<usize>cols) << 2;
  }
}

/** Steps from row to row and from column to column are in floats; a column's is 0 or 1. */
export function binary(
  op: i32,
  a: usize,
  b: usize,
  out: usize,
  rows: i32,
  cols: i32,
  aRow: i32,
  aCol: i32,
  bRow: i32,
  bCol: i32,
): void {
  switch (op) {
    case 0:
      return alongRows(0, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
    case 1:
      return alongRows(1, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
    case 2:
      return alongRows(2, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
    case 3:
      return alongRows(3, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
    case 4:
      return alongRows(4, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
    case 5:
      return alongRows(5, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
    case 6:
      return alongRows(6, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
    case 8:
      return alongRows(8, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
    default:
      return alongRows(7, a, b, out, rows, cols, aRow, aCol, bRow, bCol);
  }
}

@inline
function map(op: i32, x: v128, p: v128, q: v128): v128 {
  if (op == 0) return x;
  if (op == 1) return f32x4.neg(x);
  if (op == 2) return f32x4.abs(x);
  if (op == 3) return f32x4.mul(x, x);
  if (op == 4) return f32x4.sqrt(x);
  if (op == 5) return f32x4.div(splat(1), f32x4.sqrt(x));
  if (op == 6) return f32x4.div(splat(1), x);
  if (op == 7) return f32x4.max(x, splat(0));
  if (op == 8) return f32x4.min(f32x4.max(x, splat(0)), splat(6));
  if (op == 9) return sigmoid4(x);
  if (op == 10) return tanh4(x);
  if (op == 11) return exp4(x);
  if (op == 12) return log4(x);
  if (op == 13) return log1p4(x);
  if (op == 14) {
    return v128.bitselect(x, f32x4.sub(exp4(x), splat(1)), f32x4.ge(x, splat(0)));
  }
  if (op == 15) {
    const stepped = v128.bitselect(splat(1), p, f32x4.gt(x, splat(0)));
    return v128.bitselect(stepped, x, f32x4.eq(x, x));
  }
  if (op == 16) return f32x4.max(f32x4.min(x, q), p);
  return v128.bitselect(x, f32x4.mul(x, p), f32x4.ge(x, splat(0)));
}

@inline
function alongAll(op: i32, x: usize, out: usize, size: i32, p: f32, q: f32): void {
  const whole = size & ~3;
  for (let i = 0; i < whole; i += 4) {
    const at = (<usize>i) << 2;
    v128.store(out + at, map(op, v128.load(x + at), splat(p), splat(q)));
  }
  for (let i = whole; i < size; i++) {
    const at = (<usize>i) << 2;
    v128.store32_lane(out + at, map(op, v128.load32_splat(x + at), splat(p), splat(q)), 0);
  }
}

/** `p` and `q` are the operation's own numbers: step's alpha, clip's limits, the slope of leaky relu. */
export function unary(op: i32, x: usize, out: usize, size: i32, p: f32, q: f32): void {
  switch (op) {
    case 0:
      return alongAll(0, x, out, size, p, q);
    case 1:
      return alongAll(1, x, out, size, p, q);
    case 2:
      return alongAll(2, x, out, size, p, q);
    case 3:
      return alongAll(3, x, out, size, p, q);
    case 4:
      return alongAll(4, x, out, size, p, q);
    case 5:
      return alongAll(5, x, out, size, p, q);
    case 6:
      return alongAll(6, x, out, size, p, q);
    case 7:
      return alongAll(7, x, out, size, p, q);
    case 8:
      return alongAll(8, x, out, size, p, q);
    case 9:
      return alongAll(9, x, out, size, p, q);
    case 10:
      return alongAll(10, x, out, size, p, q);
    case 11:
      return alongAll(11, x, out, size, p, q);
    case 12:
      return alongAll(12, x, out, size, p, q);
    case 13:
      return alongAll(13, x, out, size, p, q);
    case 14:
      return alongAll(14, x, out, size, p, q);
    case 15:
      return alongAll(15, x, out, size, p, q);
    case 16:
      return alongAll(16, x, out, size, p, q);
    default:
      return alongAll(17, x, out, size, p, q);
  }
}

@inline
function number(isInt: i32, at: usize): f64 {
  return isInt ? <f64>load<i32>(at) : <f64>load<f32>(at);
}

/** Writes a byte, 1 or 0, for each element; both sides are floats, or with `isInt` whole numbers. */
export function compare(
  op: i32,
  isInt: i32,
  a: usize,
  b: usize,
  out: usize,
  rows: i32,
  cols: i32,
  aRow: i32,
  aCol: i32,
  bRow: i32,
  bCol: i32,
): void {
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const x = number(isInt, a + ((<usize>(r * aRow + c * aCol)) << 2));
      const y = number(isInt, b + ((<usize>(r * bRow + c * bCol)) << 2));
      store<u8>(out++, holds(op, x, y) ? 1 : 0);
    }
  }
}

function holds(op: i32, x: f64, y: f64): bool {
  switch (op) {
    case 0:
      return x > y;
    case 1:
      return x >= y;
    case 2:
      return x < y;
    case 3:
      return x <= y;
    case 4:
      return x == y;
    default:
      return x != y;
  }
}

/** Of bytes that are 1 or 0. 0: and, 1: or, 2: not a. */
export function logical(op: i32, a: usize, b: usize, out: usize, size: i32): void {
  for (let i: usize = 0; i < <usize>size; i++) {
    const x = load<u8>(a + i);
    const y = load<u8>(b + i);
    store<u8>(out + i, op == 0 ? x & y : op == 1 ? x | y : x ^ 1);
  }
}

/** Of floats, by bytes. */
export function choose(condition: usize, a: usize, b: usize, out: usize, size: i32): void {
  for (let i: usize = 0; i < <usize>size; i++) {
    const at = i << 2;
    store<f32>(out + at, load<f32>((load<u8>(condition + i) ? a : b) + at));
  }
}

/** 0: bytes to floats, 1: whole numbers to floats, 2: floats to whole numbers, 3: bytes to whole numbers. */
export function convert(kind: i32, x: usize, out: usize, size: i32): void {
  for (let i: usize = 0; i < <usize>size; i++) {
    const at = i << 2;
    if (kind == 0) store<f32>(out + at, <f32>load<u8>(x + i));
    else if (kind == 1) store<f32>(out + at, <f32>load<i32>(x + at));
    else if (kind == 2) {
      v128.store32_lane(out + at, i32x4.trunc_sat_f32x4_s(v128.load32_splat(x + at)), 0);
    } else store<i32>(out + at, <i32>load<u8>(x + i));
  }
}
