export { openDrafts, type Drafts } from './open-drafts';
export type { DraftsNote } from './note';
export type { Draft, DraftStore } from './draft-store';
