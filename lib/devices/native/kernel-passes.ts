/**
 * What the kernels of lib/devices/kernels are made of. Addresses are bytes; a `geometry` is the address of 15 integers, in
 * the order of assembly/conv-geometry.ts. Matrices lie row after row without gaps, images as [batch, height, width,
 * channels]. No output overlaps an input.
 */
export type KernelPasses = {
  /**
   * A product of matrices, out[m, n] = activation(a · b + bias).
   *
   * @param a [m, k], or with `transposeA` (0 or 1) [k, m]
   * @param b [k, n], or with `transposeB` [n, k]
   * @param bias [n], or 0 for none
   * @param activation 0 for none, 1 for relu
   */
  gemm(
    a: number,
    b: number,
    bias: number,
    out: number,
    m: number,
    k: number,
    n: number,
    transposeA: number,
    transposeB: number,
    activation: number,
  ): void;

  /** Bytes of scratch memory that each of the next three needs. */
  convScratch(geometry: number): number;

  /** out = activation(conv(x, filter) + bias), with `bias` and `activation` as of `gemm`. */
  conv(
    geometry: number,
    x: number,
    filter: number,
    bias: number,
    out: number,
    scratch: number,
    activation: number,
  ): void;

  /** `gradient` of the filter, [filterHeight, filterWidth, inChannels, outChannels]; `dy` that of the output. */
  convFilterGradient(
    geometry: number,
    x: number,
    dy: number,
    gradient: number,
    scratch: number,
  ): void;

  /** `gradient` of the input, [batch, inHeight, inWidth, inChannels]; `dy` that of the output. */
  convInputGradient(
    geometry: number,
    dy: number,
    filter: number,
    gradient: number,
    scratch: number,
  ): void;

  /** As `convFilterGradient`, of a depthwise convolution: [filterHeight, filterWidth, inChannels, multiplier]. */
  depthwiseFilterGradient(geometry: number, x: number, dy: number, gradient: number): void;
  depthwiseInputGradient(geometry: number, dy: number, filter: number, gradient: number): void;

  /** The largest value of each window, [batch, outHeight, outWidth, channels]. NaN counts as none. */
  maxPool(geometry: number, x: number, out: number): void;

  /** `gradient` of max pooling's input `x`; `y` is its output. Each window's goes to the first of its largest values. */
  maxPoolGradient(geometry: number, x: number, y: number, dy: number, gradient: number): void;

  /** out = max(x, 0); NaN stays NaN. */
  relu(x: number, size: number, out: number): void;

  /** Adds `row`, [columns], to each row of x, [rows, columns]. */
  addRow(x: number, row: number, rows: number, columns: number, out: number): void;

  /** dx = dy where x > 0, else 0. `x` may be relu's input or its output. */
  reluGradient(x: number, dy: number, size: number, dx: number): void;

  /** The sums of the columns of a [rows, columns] matrix. */
  sumRows(x: number, rows: number, columns: number, out: number): void;
};
