import type { TensorPreview } from '@/lib/protocol';
import { formatNumbers } from './format-numbers';

/** What fits on a page; the rest is said in `note`. */
const MAX = { slices: 4, rows: 16, columns: 16 } as const;
/** A vector is broken into lines of this many values. */
const LINE = 8;

export type GridRow = { label: string; cells: string[] };
/** One matrix of the tensor: its last two axes, at the place in the leading axes that `label` gives. */
export type GridSlice = { label: string; columns: string[]; rows: GridRow[] };
export type TensorGrid = {
  slices: GridSlice[];
  /** Which part is shown; empty when it is all. */
  note: string;
};

/** The layout of a tensor's first values: a scalar alone, a vector in lines, anything else as matrices. */
export function tensorGrid(tensor: TensorPreview): TensorGrid {
  const values = formatNumbers(tensor.values);
  const slices =
    tensor.shape.length < 2 ? [vector(values, tensor.shape)] : matrices(values, tensor.shape);
  const filled = slices.filter((slice) => slice.rows.length > 0);
  return { slices: filled, note: noteFor(filled, tensor.size) };
}

function vector(values: string[], shape: number[]): GridSlice {
  const rows: GridRow[] = [];
  for (let start = 0; start < values.length && rows.length < MAX.rows; start += LINE) {
    rows.push({ label: String(start), cells: values.slice(start, start + LINE) });
  }
  if (shape.length === 0 || values.length <= LINE) rows.forEach((row) => (row.label = ''));
  return { label: '', columns: [], rows };
}

function matrices(values: string[], shape: number[]): GridSlice[] {
  const [height = 0, width = 0] = shape.slice(-2);
  const leading = shape.slice(0, -2);
  const count = Math.min(MAX.slices, product(leading));
  return Array.from({ length: count }, (_, slice) => {
    const offset = slice * height * width;
    return {
      label: leading.length === 0 ? '' : `[${[...unravel(slice, leading), ':', ':'].join(', ')}]`,
      columns: Array.from({ length: Math.min(width, MAX.columns) }, (_, column) => String(column)),
      rows: matrixRows(values.slice(offset, offset + height * width), height, width),
    };
  });
}

function matrixRows(values: string[], height: number, width: number): GridRow[] {
  return Array.from({ length: Math.min(height, MAX.rows) }, (_, row) => ({
    label: String(row),
    cells: values.slice(row * width, Math.min(row * width + MAX.columns, (row + 1) * width)),
  })).filter((row) => row.cells.length > 0);
}

function noteFor(slices: GridSlice[], size: number): string {
  if (size === 0) return 'It has no values.';
  const rows = slices.flatMap((slice) => slice.rows);
  const shown = rows.reduce((sum, row) => sum + row.cells.length, 0);
  return shown < size
    ? `Shows ${shown.toLocaleString('en')} of ${size.toLocaleString('en')} values.`
    : '';
}

/** The index along each axis of the `flat`th entry, row-major. */
function unravel(flat: number, shape: number[]): number[] {
  let rest = flat;
  return shape.toReversed().reduce<number[]>((index, length) => {
    const here = rest % length;
    rest = Math.floor(rest / length);
    return [here, ...index];
  }, []);
}

function product(numbers: number[]): number {
  return numbers.reduce((result, number) => result * number, 1);
}
