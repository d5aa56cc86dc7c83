// How a recorded step moves numbers about.

/**
 * Copies elements of four bytes along four axes. `x0` to `x3` and `o0` to `o3` are the steps along each axis in elements
 * of the source and of `out`; they may be 0 or below.
 */
export function move(
  x: usize,
  out: usize,
  d0: i32,
  d1: i32,
  d2: i32,
  d3: i32,
  x0: i32,
  x1: i32,
  x2: i32,
  x3: i32,
  o0: i32,
  o1: i32,
  o2: i32,
  o3: i32,
): void {
  const isPlain = x3 == 1 && o3 == 1 && d3 >= 16;
  for (let i = 0; i < d0; i++) {
    for (let j = 0; j < d1; j++) {
      for (let k = 0; k < d2; k++) {
        let from = x + ((<usize>(i * x0 + j * x1 + k * x2)) << 2);
        let to = out + ((<usize>(i * o0 + j * o1 + k * o2)) << 2);
        if (isPlain) {
          memory.copy(to, from, (<usize>d3) << 2);
          continue;
        }
        for (let l = 0; l < d3; l++) {
          store<i32>(to, load<i32>(from));
          from += (<usize>x3) << 2;
          to += (<usize>o3) << 2;
        }
      }
    }
  }
}

/** Copies rows of `bytes` bytes, those that the whole numbers at `indices` name. */
export function gatherRows(x: usize, indices: usize, out: usize, count: i32, bytes: i32): void {
  const row = <usize>bytes;
  if ((bytes & 3) == 0 && bytes <= 64) {
    for (let i = 0; i < count; i++) {
      const from = x + <usize>load<i32>(indices + ((<usize>i) << 2)) * row;
      for (let at: usize = 0; at < row; at += 4) store<i32>(out + at, load<i32>(from + at));
      out += row;
    }
    return;
  }
  for (let i = 0; i < count; i++) {
    memory.copy(out, x + <usize>load<i32>(indices + ((<usize>i) << 2)) * row, row);
    out += row;
  }
}

/**
 * As `gatherRows`, for indices that may be wrong: there must be `rows` rows. A wrong one is left out, and noted by a 1
 * at `flag`.
 */
export function lookUp(
  x: usize,
  indices: usize,
  out: usize,
  count: i32,
  bytes: i32,
  rows: i32,
  flag: usize,
): void {
  for (let i = 0; i < count; i++) {
    const index = load<i32>(indices + ((<usize>i) << 2));
    if (<u32>index < <u32>rows) {
      memory.copy(out + <usize>i * <usize>bytes, x + <usize>index * <usize>bytes, <usize>bytes);
    } else store<i32>(flag, 1);
  }
}

/** Adds rows of floats to those of `out` that the whole numbers at `indices` name, after all of them were made 0. */
export function addRows(
  x: usize,
  indices: usize,
  out: usize,
  count: i32,
  cols: i32,
  rows: i32,
): void {
  const row = (<usize>cols) << 2;
  memory.fill(out, 0, row * <usize>rows);
  for (let i = 0; i < count; i++) {
    const index = load<i32>(indices + ((<usize>i) << 2));
    if (<u32>index >= <u32>rows) continue;
    const from = x + <usize>i * row;
    const to = out + <usize>index * row;
    for (let at: usize = 0; at < row; at += 4) {
      store<f32>(to + at, load<f32>(to + at) + load<f32>(from + at));
    }
  }
}

/** A row of `depth` whole numbers for each index. An index that is no class is noted by a 1 at `flag`. */
export function oneHot(
  indices: usize,
  out: usize,
  count: i32,
  depth: i32,
  on: i32,
  off: i32,
  flag: usize,
): void {
  for (let i = 0; i < count; i++) {
    const index = load<i32>(indices + ((<usize>i) << 2));
    for (let c = 0; c < depth; c++) {
      store<i32>(out, c == index ? on : off);
      out += 4;
    }
    if (<u32>index >= <u32>depth) store<i32>(flag, 1);
  }
}
