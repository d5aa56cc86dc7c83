import type { Work } from '@/lib/drafts';
import type { CellSnapshot } from '@/lib/kernel/state';

/** The reader's code on the page takes the place of what was stored of theirs, which goes to the history. */
export function takeOver(
  { drafts, history }: Work,
  { id, code, original }: Pick<CellSnapshot, 'id' | 'code' | 'original'>,
): void {
  const stored = drafts.newest().find(({ cell }) => cell === id);
  if ((stored?.code ?? original) === code) return;
  if (stored !== undefined && stored.code !== stored.original) history.keep(id, stored);
  drafts.save(id, code, original);
}
