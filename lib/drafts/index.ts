export { openWork, type Work } from './open-work';
export type { DraftsNote } from './note';
export type { Draft } from './draft-store';
export type { SavedOutput } from './saved-outputs';
