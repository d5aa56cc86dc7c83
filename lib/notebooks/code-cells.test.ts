import { describe, expect, it } from 'vitest';
import { blockName, codeCells } from './code-cells';
import type { Block } from './notebook';

const blocks: Block[] = [
  { id: 'a', kind: 'code', title: 'Load', text: 'const x = 1;' },
  {
    id: 't',
    kind: 'markdown',
    title: '',
    text: '## What we *see*\n\nand then some more words than a name has',
  },
  { id: 'b', kind: 'code', title: '  ', text: 'x' },
  { id: 'e', kind: 'markdown', title: '', text: '  \n' },
];

describe('the cells of code', () => {
  it('are called by their title, or by their place among the cells of code', () => {
    expect(codeCells(blocks)).toEqual([
      { id: 'a', title: 'Load', code: 'const x = 1;' },
      { id: 'b', title: 'Cell 2', code: 'x' },
    ]);
  });
});

describe('the name of a cell in a sentence', () => {
  it('is its title, its place, or how its text begins', () => {
    const names = blocks.map((block) => blockName(blocks, block));
    expect(names).toEqual(
      ['Load', 'What we see and then some more words tha…', 'Cell 2', 'Empty text'].map((name) =>
        expect.stringContaining(name.slice(0, 38)),
      ),
    );
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(40);
  });
});
