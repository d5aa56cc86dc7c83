/** out = max(x, 0); NaN stays NaN. */
export function relu(x: usize, size: i32, out: usize): void {
  const zero = f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= size; i += 4) {
    const at = (<usize>i) << 2;
    v128.store(out + at, f32x4.pmax(v128.load(x + at), zero));
  }
  for (; i < size; i++) {
    const at = (<usize>i) << 2;
    store<f32>(out + at, max<f32>(load<f32>(x + at), 0));
  }
}

/** Adds `row`, [columns], to each row of a [rows, columns] matrix. */
export function addRow(x: usize, row: usize, rows: i32, columns: i32, out: usize): void {
  for (let i = 0; i < rows; i++) {
    let j = 0;
    for (; j + 4 <= columns; j += 4) {
      const at = (<usize>j) << 2;
      v128.store(out + at, f32x4.add(v128.load(x + at), v128.load(row + at)));
    }
    for (; j < columns; j++) {
      const at = (<usize>j) << 2;
      store<f32>(out + at, load<f32>(x + at) + load<f32>(row + at));
    }
    x += (<usize>columns) << 2;
    out += (<usize>columns) << 2;
  }
}

/** dx = dy where x > 0, else 0: the gradient of relu. `x` may be relu's input or its output. */
export function reluGradient(x: usize, dy: usize, size: i32, dx: usize): void {
  const zero = f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= size; i += 4) {
    const at = (<usize>i) << 2;
    v128.store(dx + at, v128.and(v128.load(dy + at), f32x4.gt(v128.load(x + at), zero)));
  }
  for (; i < size; i++) {
    const at = (<usize>i) << 2;
    store<f32>(dx + at, load<f32>(x + at) > 0 ? load<f32>(dy + at) : 0);
  }
}

/** The sums of the columns of a [rows, columns] matrix: how a bias that every row was given gets its gradient. */
export function sumRows(x: usize, rows: i32, columns: i32, out: usize): void {
  const row = (<usize>columns) << 2;
  let j = 0;
  for (; j + 16 <= columns; j += 16)
    sum16(x + ((<usize>j) << 2), row, rows, out + ((<usize>j) << 2));
  for (; j + 4 <= columns; j += 4) {
    let sum = f32x4.splat(0);
    let at = x + ((<usize>j) << 2);
    for (let i = 0; i < rows; i++) {
      sum = f32x4.add(sum, v128.load(at));
      at += row;
    }
    v128.store(out + ((<usize>j) << 2), sum);
  }
  for (; j < columns; j++) {
    let sum: f32 = 0;
    for (let i = 0; i < rows; i++) sum += load<f32>(x + ((<usize>(i * columns + j)) << 2));
    store<f32>(out + ((<usize>j) << 2), sum);
  }
}

function sum16(x: usize, row: usize, rows: i32, out: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let i = 0; i < rows; i++) {
    s0 = f32x4.add(s0, v128.load(x));
    s1 = f32x4.add(s1, v128.load(x, 16));
    s2 = f32x4.add(s2, v128.load(x, 32));
    s3 = f32x4.add(s3, v128.load(x, 48));
    x += row;
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(out, s2, 32);
  v128.store(out, s3, 48);
}
