import { describe, expect, it } from 'vitest';
import type { ConsoleLevel, Output, ValueTree } from '@/lib/protocol';
import { outputBlocks } from './output-blocks';
import { tableColumns } from './table-columns';
import { valuePreview } from './value-preview';

const text = (value: string): ValueTree => ({ type: 'primitive', kind: 'string', text: value });
const number = (value: number): ValueTree => ({
  type: 'primitive',
  kind: 'number',
  text: String(value),
});
const line = (value: string, level: ConsoleLevel = 'log'): Output => ({
  kind: 'console',
  level,
  parts: [text(value)],
});

describe('outputBlocks', () => {
  it('folds a line that repeats, and only while it repeats', () => {
    const [block] = outputBlocks([line('a'), line('a'), line('b'), line('a')]);
    expect(block?.kind === 'console' && block.lines.map((each) => each.count)).toEqual([2, 1, 1]);
  });

  it('keeps apart lines of another level, or with other parts', () => {
    const other: Output = { kind: 'console', level: 'log', parts: [text('a'), number(1)] };
    const [block] = outputBlocks([line('a'), line('a', 'warn'), line('a'), other]);
    expect(block?.kind === 'console' && block.lines.length).toBe(4);
  });

  it('does not take the text 1 for the number 1', () => {
    const numeric: Output = { kind: 'console', level: 'log', parts: [number(1)] };
    const [block] = outputBlocks([line('1'), numeric]);
    expect(block?.kind === 'console' && block.lines.length).toBe(2);
  });

  it('never folds objects: they may differ further down', () => {
    const object: ValueTree = { type: 'object', name: 'Object', entries: [], omitted: 0 };
    const output: Output = { kind: 'console', level: 'log', parts: [object] };
    const [block] = outputBlocks([output, output]);
    expect(block?.kind === 'console' && block.lines.length).toBe(2);
  });

  it('breaks a stretch of lines where something else is shown', () => {
    const blocks = outputBlocks([line('a'), { kind: 'text', text: 'b' }, line('a')]);
    expect(blocks.map((block) => block.kind)).toEqual(['console', 'single', 'console']);
  });

  it('leaves the outputs that it is given untouched', () => {
    const outputs = Object.freeze([Object.freeze(line('a')), Object.freeze(line('a'))]);
    expect(outputBlocks(outputs)).toHaveLength(1);
  });
});

describe('valuePreview', () => {
  const object = (name: string, entries: [string, ValueTree][], omitted = 0): ValueTree => ({
    type: 'object',
    name,
    entries: entries.map(([key, value]) => ({ key, value })),
    omitted,
  });

  it('writes objects with keys and lists without', () => {
    expect(valuePreview(object('Object', [['loss', number(0.5)]]))).toBe('{ loss: 0.5 }');
    expect(
      valuePreview(
        object('Array(2)', [
          ['0', text('a')],
          ['1', number(2)],
        ]),
      ),
    ).toBe("Array(2) ['a', 2]");
  });

  it('says that something was left out', () => {
    expect(valuePreview(object('Array(9)', [['0', number(1)]], 8))).toBe('Array(9) [1, …]');
    const long = object('Object', [
      ['a', text('x'.repeat(50))],
      ['b', text('y'.repeat(50))],
    ]);
    expect(valuePreview(long).length).toBeLessThan(80);
    expect(valuePreview(long)).toContain('…');
  });

  it('writes a tensor by dtype and shape, a scalar with its value', () => {
    const tensor = {
      name: '',
      dtype: 'float32',
      shape: [2, 3],
      disposed: false,
      values: [],
      size: 6,
    };
    expect(valuePreview({ type: 'tensor', tensor: { ...tensor, summary: null } })).toBe(
      'Tensor float32 [2, 3]',
    );
    const scalar = { ...tensor, shape: [], values: [0.25], size: 1, summary: null };
    expect(valuePreview({ type: 'tensor', tensor: scalar })).toBe('Tensor float32 [] 0.25');
    expect(valuePreview({ type: 'tensor', tensor: { ...scalar, disposed: true } })).toContain(
      'disposed',
    );
  });
});

describe('tableColumns', () => {
  it('writes the numbers of a column alike, and knows which columns are numbers', () => {
    const columns = tableColumns(
      ['model', 'accuracy', 'mixed'],
      [
        ['network', 0.75, 1],
        ['logistic', 0.7, 'none'],
        ['nothing', null, 3],
      ],
    );
    expect(columns).toEqual([
      { name: 'model', numeric: false, cells: ['network', 'logistic', 'nothing'] },
      { name: 'accuracy', numeric: true, cells: ['0.75', '0.70', null] },
      { name: 'mixed', numeric: false, cells: ['1', 'none', '3'] },
    ]);
  });

  it('fills a row that is too short with nothing', () => {
    expect(tableColumns(['a', 'b'], [[1]])[1]?.cells).toEqual([null]);
  });
});
