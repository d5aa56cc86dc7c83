import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignCells } from './align-cells';
import { codeCells } from './code-cells';
import type { Block } from './notebook';
import { fakeCells } from './testing/fake-cells';

const code = (id: string, title = id, text = ''): Block => ({ id, kind: 'code', title, text });
const list = (ids: string) => [...ids].map((id) => code(id));

function aligned(from: readonly Block[], to: readonly Block[]): string[] {
  const fake = fakeCells(codeCells(from));
  alignCells(fake.kernel, to);
  expect(fake.specs()).toEqual(codeCells(to));
  return fake.calls;
}

describe('alignCells', () => {
  it('tells only what has changed', () => {
    expect(aligned(list('abc'), list('abc'))).toEqual([]);
    expect(aligned(list('abc'), list('axbc'))).toEqual(['insert x 1']);
    expect(aligned(list('abc'), list('ac'))).toEqual(['remove b']);
    expect(aligned(list('abcd'), list('bcda'))).toEqual(['move a 3']);
    expect(aligned(list('abcd'), list('dabc'))).toEqual(['move d 0']);
    expect(aligned([code('a')], [code('a', 'A', '1')])).toEqual(['edit a 1', 'rename a A']);
  });

  it('renames the cells that are called by their place', () => {
    const [a, b] = [code('a', ''), code('b', '')];
    expect(aligned([a, b], [b, a])).toEqual(['move a 1', 'rename b Cell 1', 'rename a Cell 2']);
  });

  it('leaves out texts', () => {
    const text: Block = { id: 't', kind: 'markdown', title: '', text: 'x' };
    expect(aligned([code('a')], [text, code('a')])).toEqual([]);
  });

  it('gets from any notebook to any other', () => {
    const block = fc.record({
      id: fc.constantFrom(...'abcdefgh'),
      kind: fc.constantFrom('code' as const, 'code' as const, 'markdown' as const),
      title: fc.constantFrom('', 'x', 'y'),
      text: fc.constantFrom('1', '2'),
    });
    const blocks = fc.uniqueArray(block, { selector: ({ id }) => id, maxLength: 8 });
    fc.assert(
      fc.property(blocks, blocks, (from, to) => void aligned(from, to)),
      { numRuns: 500 },
    );
  });
});
