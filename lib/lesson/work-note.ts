import type { DraftsNote, Work } from '@/lib/drafts';

const NO_DRAFTS: DraftsNote = { state: 'none', text: '' };
const REFUSED: DraftsNote = { state: 'refused', text: 'Edits can’t be kept in this browser.' };
const SHARED: DraftsNote = {
  state: 'none',
  text: 'Changes to shared code are not saved unless you keep it as yours.',
};

/**
 * What the page says about keeping what the reader writes. `shared`: somebody else's code is on it; `lost`: the part
 * that keeps things could not be loaded.
 */
export function workNote(work: Work | null, shared: boolean, lost: boolean): DraftsNote {
  if (shared) return SHARED;
  return lost ? REFUSED : (work?.getNote() ?? NO_DRAFTS);
}
