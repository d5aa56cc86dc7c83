import type { CellSpec } from '@/lib/kernel/state';
import type { Block } from './notebook';

const byPlace = (at: number) => `Cell ${at + 1}`;

/** The cells of code as the kernel knows them. One without a title is called by its place among them: "Cell 2". */
export function codeCells(blocks: readonly Block[]): CellSpec[] {
  return blocks
    .filter((block) => block.kind === 'code')
    .map(({ id, title, text }, at) => ({
      id,
      title: title.trim() || byPlace(at),
      code: text,
    }));
}

/** A title from outside, where a cell without one may be called by its place: that is none. */
export function ownTitle(title: string): string {
  return /^Cell \d+$/.test(title) ? '' : title;
}

/** What a cell is called in a sentence: its title or its place; of a text, how it begins. */
export function blockName(blocks: readonly Block[], block: Block): string {
  if (block.kind === 'code') {
    return codeCells(blocks).find(({ id }) => id === block.id)?.title ?? (block.title || 'Cell');
  }
  const words = block.text
    .replace(/[#*_`>$]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return 'Empty text';
  return words.length <= 40 ? words : `${words.slice(0, 39).trimEnd()}…`;
}
