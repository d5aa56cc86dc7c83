import { describe, expect, it } from 'vitest';
import { charactersOf } from './characters-of';
import type { Output } from './output';
import type { ValueTree } from './value';

const table = (columns: string[], rows: (string | number | null)[][]): Output => ({
  kind: 'table',
  caption: '',
  columns,
  rows,
  omitted: 0,
});
const value = (value: ValueTree): Output => ({ kind: 'value', value });
const text = (text: string): ValueTree => ({ type: 'primitive', kind: 'string', text });

describe('charactersOf', () => {
  it('counts text as it is', () => {
    expect(charactersOf({ kind: 'text', text: 'x'.repeat(1_000) })).toBe(1_000);
    expect(charactersOf(value(text('x'.repeat(1_000))))).toBe(1_000);
  });

  it('counts empty cells and rows, and the names of columns', () => {
    const empty = table(['a'], new Array(200).fill(new Array(100).fill(null)));
    expect(charactersOf(empty)).toBeGreaterThanOrEqual(200 * 100 * 8);
    expect(charactersOf(table([], new Array(200).fill([])))).toBeGreaterThanOrEqual(200 * 8);
    const long = 'x'.repeat(500);
    const difference = charactersOf(table([long], [[long]])) - charactersOf(table([''], [[null]]));
    expect(difference).toBe(2 * (500 - 8));
  });

  it('counts every value of a tree, its keys, and the names of objects', () => {
    const entries = new Array(100).fill({ key: '', value: text('') });
    const object: ValueTree = { type: 'object', name: '', entries, omitted: 0 };
    expect(charactersOf(value(object))).toBeGreaterThanOrEqual(100 * 8);
    const named: ValueTree = { ...object, name: 'N'.repeat(300), entries: [] };
    expect(charactersOf(value(named))).toBe(300);
    const keyed = { ...object, entries: [{ key: 'k'.repeat(200), value: text('') }] };
    expect(charactersOf(value(keyed))).toBeGreaterThanOrEqual(200 + 8);
  });

  it('counts the values of tensors, strings by their length', () => {
    const tensor = (values: (string | number)[]): Output =>
      value({
        type: 'tensor',
        tensor: {
          name: 'Tensor',
          dtype: 'string',
          shape: [values.length],
          disposed: false,
          values,
          size: values.length,
          summary: null,
        },
      });
    expect(charactersOf(tensor(new Array(400).fill(1)))).toBeGreaterThanOrEqual(400 * 8);
    const strings = ['x'.repeat(200), 'y'];
    expect(charactersOf(tensor(strings)) - charactersOf(tensor([1, 1]))).toBe(200 - 8);
  });

  it('counts the words of a control, and not the ink on it', () => {
    const head = { key: 'k', name: null, label: 'x'.repeat(50) };
    const draw = { ...head, kind: 'draw', size: 100, value: new Float32Array(10_000) } as const;
    expect(charactersOf({ kind: 'control', control: draw })).toBe(51);
    const options = ['y'.repeat(300), 'z'];
    const choice = { ...head, kind: 'choice', options, value: 'z' } as const;
    expect(charactersOf({ kind: 'control', control: choice })).toBe(51 + 300 + 8);
  });
});
