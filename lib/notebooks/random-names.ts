import { type Notebook, UNTITLED } from './notebook';

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** A name that no other notebook has. */
export const newNotebookId = (): string => hex(randomBytes(8)).join('');

/** A name that no cell has had before, removed ones included, so that nothing of those is taken for its own. */
export const newBlockId = (kind: 'code' | 'markdown'): string =>
  `${kind === 'code' ? 'cell' : 'text'}-${hex(randomBytes(4)).join('')}`;

export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! >>> 1;

/** A notebook with one empty cell of code. */
export function blankNotebook(now: number): Notebook {
  return {
    id: newNotebookId(),
    title: UNTITLED,
    seed: newSeed(),
    blocks: [{ id: newBlockId('code'), kind: 'code', title: '', text: '' }],
    changed: now,
  };
}
