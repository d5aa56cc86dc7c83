export { NotebookDesk, type DeskSnapshot, type DeskView } from './desk';
export { deskEffects } from './desk-effects';
export type { Block, Notebook } from './notebook';
export { NotebookStore, type NotebookSnapshot } from './notebook-store';
