import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { Output, TensorPreview, ValueTree } from '@/lib/protocol';
import { CellOutput } from './cell-output';

const [idle] = Object.values(initialSnapshot([{ id: 'a', title: 'A', code: '' }]).cells);

function render(outputs: Output[], change: Partial<CellSnapshot> = {}): string {
  const cell = { ...idle!, state: 'done' as const, run: 1, outputs, ...change };
  return renderToStaticMarkup(<CellOutput cell={cell} onGoTo={() => undefined} />);
}

/** The text that a reader sees. */
const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const text = (value: string): ValueTree => ({ type: 'primitive', kind: 'string', text: value });
const number = (value: string): ValueTree => ({ type: 'primitive', kind: 'number', text: value });
const tensor = (change: Partial<TensorPreview>): ValueTree => ({
  type: 'tensor',
  tensor: {
    name: 'Tensor',
    dtype: 'float32',
    shape: [2, 3],
    disposed: false,
    values: [1, 2, 3, 4, 5, 6],
    size: 6,
    summary: { min: 1, max: 6, mean: 3.5, nonFinite: 0 },
    ...change,
  },
});

describe('CellOutput', () => {
  it('prints console lines as text, with the level in a word and repeats in a count', () => {
    const warn: Output = { kind: 'console', level: 'warn', parts: [text('zero'), number('7')] };
    const html = words(render([warn, warn, { ...warn, level: 'log' }]));
    expect(html).toBe('warning zero 7 2 × times zero 7');
  });

  it('never lets output be markup', () => {
    const html = render([
      { kind: 'text', text: '<img src=x onerror=alert(1)>' },
      { kind: 'value', value: text('<b>bold</b>') },
    ]);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
  });

  it('quotes a string that is a value', () => {
    expect(words(render([{ kind: 'value', value: text('hello') }]))).toBe('&#x27;hello&#x27;');
  });

  it('opens a small object and leaves a large one shut, without making its children', () => {
    const object = (size: number): ValueTree => ({
      type: 'object',
      name: `Array(${size})`,
      entries: Array.from({ length: size }, (_, key) => ({ key: `${key}`, value: number('8') })),
      omitted: 3,
    });
    const small = render([{ kind: 'value', value: object(2) }]);
    expect(words(small)).toContain('and 3 more');
    const large = render([{ kind: 'value', value: object(50) }]);
    expect(large).not.toContain('<li');
  });

  it('has no button to open a value with before there are scripts to open it', () => {
    const object: ValueTree = { type: 'object', name: 'Object', entries: [], omitted: 1 };
    const html = render([{ kind: 'value', value: object }]);
    expect(html).not.toContain('<button');
    expect(words(html)).toBe('{ … } and 1 more');
  });

  it('shows a tensor by dtype, shape, values and range', () => {
    const html = render([{ kind: 'value', value: tensor({}) }]);
    expect(words(html)).toBe('Tensor float32 [2, 3] 0 1 2 0 1 2 3 1 4 5 6 min 1 max 6 mean 3.5');
    expect(html.match(/<tr/g)).toHaveLength(3);
  });

  it('warns of values that are no numbers, and of a disposed tensor', () => {
    const summary = { min: 1, max: 6, mean: 3.5, nonFinite: 2 };
    expect(words(render([{ kind: 'value', value: tensor({ summary }) }]))).toContain(
      '2 of 6 values are NaN or infinite.',
    );
    const gone = words(render([{ kind: 'value', value: tensor({ disposed: true, values: [] }) }]));
    expect(gone).toBe('Tensor float32 [2, 3], disposed');
  });

  it('makes a real table, and says how many rows are left out', () => {
    const html = render([
      {
        kind: 'table',
        caption: 'Rows',
        columns: ['name', 'age'],
        rows: [
          ['a', 50],
          ['b', null],
        ],
        omitted: 766,
      },
    ]);
    expect(html).toContain('<caption>Rows</caption>');
    expect(html.match(/scope="col"/g)).toHaveLength(2);
    expect(words(html)).toContain('none 2 of 768 rows shown');
    expect(html).not.toContain('<button');
  });

  it('shows an error with its place as a button, what to try, and the reader’s own frames', () => {
    const html = render([], {
      state: 'error',
      error: {
        name: 'ValueError',
        message: 'expected [8]',
        hint: 'Drop a column.',
        line: 3,
        column: 5,
        stack: ['at f (line 3, column 5)', 'at line 8, column 1'],
      },
    });
    expect(html).toMatch(/<button[^>]*>line 3, column 5<\/button>/);
    expect(words(html)).toContain('ValueError expected [8] Drop a column.');
    expect(html.match(/<li>at /g)).toHaveLength(2);
  });

  it('shows an error that has no place, without a button', () => {
    const error = { name: 'SandboxError', message: 'gone', stack: [] };
    expect(render([], { state: 'error', error })).not.toContain('<button');
  });

  it('tells of tensors left in memory, with a button to the line that made them', () => {
    const leaked = [{ shape: [4], dtype: 'float32', count: 2, line: 7 }];
    const html = render([], { memory: { tensors: 2, bytes: 32, leaked } });
    expect(html).toMatch(/<button [^>]*>line 7<\/button>/);
    expect(words(html)).toContain('made on line 7 were left behind.');
    const tidy = words(render([], { memory: { tensors: 2, bytes: 32, leaked: [] } }));
    expect(tidy).toBe('In memory: 2 tensors, 32 B.');
    expect(words(render([], { memory: { tensors: 0, bytes: 0, leaked: [] } }))).toBe('');
  });

  it('draws the first 50 rows of a table, with a button for more', () => {
    const rows = Array.from({ length: 200 }, (_, row) => [row]);
    const html = render([{ kind: 'table', caption: '', columns: ['a'], rows, omitted: 568 }]);
    expect(html.match(/<tr/g)).toHaveLength(51);
    expect(words(html)).toContain('50 of 768 rows shown Show 50 more rows');
    expect(html).toMatch(/<button type="button"[^>]*data-needs-scripting/);
  });

  it('keeps the order of what was shown', () => {
    const html = words(
      render([
        { kind: 'notice', text: 'one' },
        { kind: 'console', level: 'log', parts: [text('two')] },
        { kind: 'text', text: 'three' },
      ]),
    );
    expect(html).toBe('one two three');
  });
});
