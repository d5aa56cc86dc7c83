import { describe, expect, it } from 'vitest';
import type { TensorPreview } from '@/lib/protocol';
import { tensorGrid } from './tensor-grid';

function tensor(shape: number[], values: TensorPreview['values'], size?: number): TensorPreview {
  const full = shape.reduce((a, b) => a * b, 1);
  return {
    name: '',
    dtype: 'float32',
    shape,
    values,
    size: size ?? full,
    disposed: false,
    summary: null,
  };
}

const range = (n: number) => Array.from({ length: n }, (_, index) => index);

describe('tensorGrid', () => {
  it('shows a scalar alone', () => {
    const { slices, note } = tensorGrid(tensor([], [7]));
    expect(slices).toEqual([{ label: '', columns: [], rows: [{ label: '', cells: ['7'] }] }]);
    expect(note).toBe('');
  });

  it('breaks a vector into lines of eight that say where they start', () => {
    const { slices } = tensorGrid(tensor([10], range(10)));
    expect(slices[0]?.rows).toEqual([
      { label: '0', cells: ['0', '1', '2', '3', '4', '5', '6', '7'] },
      { label: '8', cells: ['8', '9'] },
    ]);
  });

  it('lays a matrix out by rows and columns', () => {
    const { slices } = tensorGrid(tensor([2, 3], range(6)));
    expect(slices[0]?.columns).toEqual(['0', '1', '2']);
    expect(slices[0]?.rows.map((row) => row.cells)).toEqual([
      ['0', '1', '2'],
      ['3', '4', '5'],
    ]);
  });

  it('labels each matrix of a deeper tensor with its place', () => {
    const { slices } = tensorGrid(tensor([2, 2, 1, 2], range(8)));
    expect(slices.map((slice) => slice.label)).toEqual([
      '[0, 0, :, :]',
      '[0, 1, :, :]',
      '[1, 0, :, :]',
      '[1, 1, :, :]',
    ]);
    expect(slices[2]?.rows[0]?.cells).toEqual(['4', '5']);
  });

  it('cuts wide and long matrices, and says so', () => {
    const { slices, note } = tensorGrid(tensor([768, 784], range(400)));
    expect(slices[0]?.rows).toEqual([{ label: '0', cells: range(16).map(String) }]);
    expect(note).toBe('Shows 16 of 602,112 values.');
  });

  it('never shows a value of the next row at the end of a narrow one', () => {
    const { slices } = tensorGrid(tensor([3, 2], range(6)));
    expect(slices[0]?.rows.map((row) => row.cells.length)).toEqual([2, 2, 2]);
  });

  it('says that an empty tensor has no values', () => {
    expect(tensorGrid(tensor([0, 4], []))).toEqual({ slices: [], note: 'It has no values.' });
  });
});
