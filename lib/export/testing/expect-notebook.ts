import { expect } from 'vitest';

/*
 * The rules of nbformat's schema 4.5 (nbformat.v4.5.schema.json of Jupyter) for what we write, by hand. Objects named
 * `exact` may have no other keys.
 */
type Fields = Record<string, unknown>;

export function expectNotebook(text: string): { cells: Fields[]; metadata: Fields } {
  const file = JSON.parse(text) as Fields;
  exact(file, ['cells', 'metadata', 'nbformat', 'nbformat_minor']);
  expect([file.nbformat, file.nbformat_minor]).toEqual([4, 5]);
  const metadata = file.metadata as Fields;
  const kernel = metadata.kernelspec as Fields;
  expect([typeof kernel.name, typeof kernel.display_name]).toEqual(['string', 'string']);
  expect(typeof (metadata.language_info as Fields).name).toBe('string');
  const cells = file.cells as Fields[];
  cells.forEach(expectCell);
  expect(new Set(cells.map((cell) => cell.id)).size).toBe(cells.length);
  return { cells, metadata };
}

function expectCell(cell: Fields): void {
  expect(cell.id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
  expect(cell.metadata).toBeTypeOf('object');
  expectLines(cell.source);
  if (cell.cell_type === 'markdown') return exact(cell, ['cell_type', 'id', 'metadata', 'source']);
  expect(cell.cell_type).toBe('code');
  exact(cell, ['cell_type', 'execution_count', 'id', 'metadata', 'outputs', 'source']);
  expectCount(cell.execution_count);
  (cell.outputs as Fields[]).forEach(expectOutput);
}

function expectOutput(output: Fields): void {
  switch (output.output_type) {
    case 'stream':
      exact(output, ['name', 'output_type', 'text']);
      expect(['stdout', 'stderr']).toContain(output.name);
      return expectLines(output.text);
    case 'display_data':
      exact(output, ['data', 'metadata', 'output_type']);
      return expectBundle(output);
    case 'execute_result':
      exact(output, ['data', 'execution_count', 'metadata', 'output_type']);
      expectCount(output.execution_count);
      return expectBundle(output);
    case 'error':
      exact(output, ['ename', 'evalue', 'output_type', 'traceback']);
      expect([typeof output.ename, typeof output.evalue]).toEqual(['string', 'string']);
      return expectLines(output.traceback);
    default:
      expect.unreachable(`output_type ${String(output.output_type)}`);
  }
}

function expectBundle({ data, metadata }: Fields): void {
  expect(metadata).toBeTypeOf('object');
  for (const value of Object.values(data as Fields)) {
    if (typeof value !== 'string') expectLines(value);
  }
}

function expectLines(value: unknown): void {
  expect(Array.isArray(value) && value.every((line) => typeof line === 'string')).toBe(true);
}

function expectCount(value: unknown): void {
  expect(value === null || (Number.isInteger(value) && (value as number) >= 0)).toBe(true);
}

function exact(fields: Fields, keys: string[]): void {
  expect(Object.keys(fields).sort()).toEqual(keys);
}
