import type { FrameData } from '@/lib/protocol';

/** A matrix reduced by whole blocks; `source[i]` is the index in the matrix of the value that stands for block `i`. */
export type Pool = {
  rows: number;
  columns: number;
  blockRows: number;
  blockColumns: number;
  values: Float32Array;
  source: Uint32Array;
};

/** Each block shows its value of largest size, so that no outlier is averaged away; NaN wins over all. */
export function pool(
  { rows, columns, values }: FrameData['matrix'],
  blockRows: number,
  blockColumns: number,
): Pool {
  const [high, wide] = [Math.max(1, blockRows), Math.max(1, blockColumns)];
  const outRows = Math.ceil(rows / high);
  const outColumns = Math.ceil(columns / wide);
  const out = new Float32Array(outRows * outColumns);
  const source = new Uint32Array(out.length);
  const filled = new Uint8Array(out.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = row * columns + column;
      const to = Math.floor(row / high) * outColumns + Math.floor(column / wide);
      const value = values[from] ?? NaN;
      if (filled[to] && !stronger(value, out[to] ?? 0)) continue;
      filled[to] = 1;
      out[to] = value;
      source[to] = from;
    }
  }
  return {
    rows: outRows,
    columns: outColumns,
    blockRows: high,
    blockColumns: wide,
    values: out,
    source,
  };
}

const stronger = (value: number, than: number) =>
  Number.isNaN(value) || Math.abs(value) > Math.abs(than);
