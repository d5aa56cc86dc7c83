import type { CellId } from '@/lib/protocol';
import type { Block } from './notebook';

type Blocks = readonly Block[];

/** A cell that was taken out, and where it stood: all that putting it back needs. */
export type RemovedBlock = { block: Block; at: number };

export const placeOf = (blocks: Blocks, id: CellId): number =>
  blocks.findIndex((block) => block.id === id);

/** Puts a cell before the one at that place; after all of them where the place is beyond. */
export function insertBlock(blocks: Blocks, block: Block, at: number): Blocks {
  const place = within(at, 0, blocks.length);
  return [...blocks.slice(0, place), block, ...blocks.slice(place)];
}

/** Null where there is no such cell. */
export function removeBlock(
  blocks: Blocks,
  id: CellId,
): { blocks: Blocks; removed: RemovedBlock } | null {
  const at = placeOf(blocks, id);
  const block = blocks[at];
  if (block === undefined) return null;
  return { blocks: [...blocks.slice(0, at), ...blocks.slice(at + 1)], removed: { block, at } };
}

/** Undoes `removeBlock`. Where others came or went since, the cell goes to its former place among them. */
export function restoreBlock(blocks: Blocks, { block, at }: RemovedBlock): Blocks {
  return placeOf(blocks, block.id) === -1 ? insertBlock(blocks, block, at) : blocks;
}

/** Moves a cell so that it stands at place `to`, or at the nearest end; the same list when it does already. */
export function moveBlock(blocks: Blocks, id: CellId, to: number): Blocks {
  const taken = removeBlock(blocks, id);
  if (taken === null) return blocks;
  const place = within(to, 0, taken.blocks.length);
  if (place === taken.removed.at) return blocks;
  return insertBlock(taken.blocks, taken.removed.block, place);
}

/** The same list when nothing changes. */
export function changeBlock(
  blocks: Blocks,
  id: CellId,
  change: Partial<Pick<Block, 'title' | 'text'>>,
): Blocks {
  const block = blocks[placeOf(blocks, id)];
  if (block === undefined) return blocks;
  const next = { ...block, ...change };
  if (next.title === block.title && next.text === block.text) return blocks;
  return blocks.map((each) => (each === block ? next : each));
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
