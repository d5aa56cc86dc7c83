import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBlock, insertBlock, moveBlock, removeBlock, restoreBlock } from './edit-blocks';
import type { Block } from './notebook';

const block = (id: string, text = id): Block => ({ id, kind: 'code', title: '', text });
const ids = (blocks: readonly Block[]) => blocks.map(({ id }) => id).join('');
const abc = ['a', 'b', 'c'].map((id) => block(id));

const arbitraryBlocks = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/),
    kind: fc.constantFrom('code' as const, 'markdown' as const),
    title: fc.string(),
    text: fc.string(),
  }),
  { maxLength: 12, selector: ({ id }) => id },
);

describe('the cells of a notebook', () => {
  it('are put in at a place, beyond the end at the end', () => {
    expect(ids(insertBlock(abc, block('x'), 0))).toBe('xabc');
    expect(ids(insertBlock(abc, block('x'), 2))).toBe('abxc');
    expect(ids(insertBlock(abc, block('x'), 9))).toBe('abcx');
  });

  it('are moved to a place, and no further than an end', () => {
    expect(ids(moveBlock(abc, 'a', 1))).toBe('bac');
    expect(ids(moveBlock(abc, 'c', 0))).toBe('cab');
    expect(moveBlock(abc, 'a', -1)).toBe(abc);
    expect(moveBlock(abc, 'c', 3)).toBe(abc);
    expect(moveBlock(abc, 'x', 0)).toBe(abc);
  });

  it('stay the same list when nothing changes', () => {
    expect(changeBlock(abc, 'b', { text: 'b' })).toBe(abc);
    expect(changeBlock(abc, 'x', { text: 'b' })).toBe(abc);
    const changed = changeBlock(abc, 'b', { title: 'B' });
    expect(changed[1]).toEqual({ ...block('b'), title: 'B' });
    expect([changed[0], changed[2]]).toEqual([abc[0], abc[2]]);
  });

  it('come back from a deletion exactly as they were', () => {
    fc.assert(
      fc.property(arbitraryBlocks, fc.nat(), (blocks, pick) => {
        fc.pre(blocks.length > 0);
        const { id } = blocks[pick % blocks.length]!;
        const taken = removeBlock(blocks, id)!;
        expect(taken.blocks).toEqual(blocks.filter((each) => each.id !== id));
        expect(restoreBlock(taken.blocks, taken.removed)).toEqual(blocks);
      }),
    );
  });

  it('are never lost or doubled, whatever is done', () => {
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('insert' as const),
        id: fc.stringMatching(/^[A-Z]{4}$/),
        at: fc.nat(20),
      }),
      fc.record({
        kind: fc.constant('move' as const),
        pick: fc.nat(),
        to: fc.integer({ min: -2, max: 20 }),
      }),
      fc.record({ kind: fc.constant('undone' as const), pick: fc.nat() }),
    );
    fc.assert(
      fc.property(arbitraryBlocks, fc.array(action, { maxLength: 20 }), (start, actions) => {
        let blocks: readonly Block[] = start;
        const expected = new Set(start.map(({ id }) => id));
        for (const each of actions) {
          const picked = 'pick' in each ? blocks[each.pick % blocks.length]?.id : undefined;
          if (each.kind === 'insert' && !expected.has(each.id)) {
            blocks = insertBlock(blocks, block(each.id), each.at);
            expected.add(each.id);
          } else if (each.kind === 'move' && picked !== undefined) {
            blocks = moveBlock(blocks, picked, each.to);
            const end = Math.min(Math.max(each.to, 0), blocks.length - 1);
            expect(blocks[end]?.id).toBe(picked);
          } else if (each.kind === 'undone' && picked !== undefined) {
            const taken = removeBlock(blocks, picked)!;
            blocks = restoreBlock(taken.blocks, taken.removed);
          }
        }
        expect(blocks).toHaveLength(expected.size);
        expect(new Set(blocks.map(({ id }) => id))).toEqual(expected);
      }),
    );
  });

  it('are not doubled when one comes back twice', () => {
    const taken = removeBlock(abc, 'b')!;
    const back = restoreBlock(taken.blocks, taken.removed);
    expect(restoreBlock(back, taken.removed)).toBe(back);
  });
});
