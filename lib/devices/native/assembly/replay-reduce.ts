// What a recorded step computes along an axis.
import { exp4, splat } from './replay-math';

function join(isMax: bool, a: v128, b: v128): v128 {
  return isMax ? f32x4.max(a, b) : f32x4.add(a, b);
}

function first(x: v128): f32 {
  return f32x4.extract_lane(x, 0);
}

function ofRow(isMax: bool, x: usize, size: i32): f32 {
  const whole = size & ~3;
  const none = isMax ? splat(-Infinity) : splat(0);
  let lanes = none;
  for (let i = 0; i < whole; i += 4) {
    lanes = join(isMax, lanes, v128.load(x + ((<usize>i) << 2)));
  }
  lanes = join(isMax, lanes, v128.shuffle<f32>(lanes, lanes, 2, 3, 0, 1));
  let one = join(isMax, lanes, v128.shuffle<f32>(lanes, lanes, 1, 0, 3, 2));
  for (let i = whole; i < size; i++) {
    one = join(isMax, one, v128.load32_splat(x + ((<usize>i) << 2)));
  }
  return first(one);
}

/** x[outer, size, inner] to out[outer, inner]. 0: sum, 1: mean, 2: largest. */
export function reduce(op: i32, x: usize, out: usize, outer: i32, size: i32, inner: i32): void {
  const isMax = op == 2;
  const scale: f32 = op == 1 ? 1 / <f32>size : 1;
  const row = (<usize>inner) << 2;
  for (let o = 0; o < outer; o++) {
    if (inner == 1) {
      store<f32>(out, ofRow(isMax, x, size) * scale);
    } else {
      acrossRows(isMax, x, out, size, inner, scale);
    }
    x += row * <usize>size;
    out += row;
  }
}

function acrossRows(isMax: bool, x: usize, out: usize, size: i32, inner: i32, scale: f32): void {
  const row = (<usize>inner) << 2;
  const none = isMax ? splat(-Infinity) : splat(0);
  const whole = inner & ~3;
  for (let c = 0; c < whole; c += 4) {
    const at = (<usize>c) << 2;
    let sum = none;
    for (let r = 0; r < size; r++) sum = join(isMax, sum, v128.load(x + at + <usize>r * row));
    v128.store(out + at, f32x4.mul(sum, splat(scale)));
  }
  for (let c = whole; c < inner; c++) {
    const at = (<usize>c) << 2;
    let sum = none;
    for (let r = 0; r < size; r++) {
      sum = join(isMax, sum, v128.load32_splat(x + at + <usize>r * row));
    }
    store<f32>(out + at, first(sum) * scale);
  }
}

/** The place of the largest in each row, as a whole number; of equals the first. */
export function argMax(x: usize, out: usize, rows: i32, cols: i32): void {
  for (let r = 0; r < rows; r++) {
    let best = 0;
    let most = load<f32>(x);
    for (let c = 1; c < cols; c++) {
      const value = load<f32>(x + ((<usize>c) << 2));
      if (value > most) {
        most = value;
        best = c;
      }
    }
    store<i32>(out, best);
    x += (<usize>cols) << 2;
    out += 4;
  }
}

/** Of each row. */
export function softmax(x: usize, out: usize, rows: i32, cols: i32): void {
  const whole = cols & ~3;
  for (let r = 0; r < rows; r++) {
    const most = splat(ofRow(true, x, cols));
    for (let c = 0; c < whole; c += 4) {
      const at = (<usize>c) << 2;
      v128.store(out + at, exp4(f32x4.sub(v128.load(x + at), most)));
    }
    for (let c = whole; c < cols; c++) {
      const at = (<usize>c) << 2;
      v128.store32_lane(out + at, exp4(f32x4.sub(v128.load32_splat(x + at), most)), 0);
    }
    const share = splat(1 / ofRow(false, out, cols));
    for (let c = 0; c < whole; c += 4) {
      const at = (<usize>c) << 2;
      v128.store(out + at, f32x4.mul(v128.load(out + at), share));
    }
    for (let c = whole; c < cols; c++) {
      const at = (<usize>c) << 2;
      store<f32>(out + at, load<f32>(out + at) * first(share));
    }
    x += (<usize>cols) << 2;
    out += (<usize>cols) << 2;
  }
}
