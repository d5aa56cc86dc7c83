import { browserEffects } from '@/lib/drafts/effects';
import type { Ahead } from '@/lib/lesson/ahead';
import { lessonEffects } from '@/lib/lesson/lesson-effects';
import type { Work } from '@/lib/drafts';
import type { CellSpec, Kernel } from '@/lib/kernel/state';
import { browserShelf, type Shelf } from './shelf';
import { browserTabs, type TabMessage, type Tabs } from './tabs';

/** What a notebook takes from outside; a test passes its own. */
export type NotebookEffects = {
  shelf: Shelf;
  tabs(hear: (message: TabMessage) => void): Tabs;
  loadKernel(): Promise<(options: { cells: readonly CellSpec[]; seed: number }) => Kernel>;
  /** What this browser keeps beside the notebooks themselves, under a name. */
  openWork(name: string): Promise<Work>;
  now(): number;
  /** Calls back after `ms`; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back when the page may be about to end; returns how to stop that. */
  onLeave(callback: () => void): () => void;
  /** Calls back when the page is looked at again; returns how to stop that. */
  onReturn(callback: () => void): () => void;
  /** Calls back once somebody is at the page and it has nothing better to do. */
  atFirstSign(callback: () => void): void;
  /** What may be fetched or started at a sign that it will be needed. */
  ahead(): Ahead;
};

export function notebookEffects(): NotebookEffects {
  const { now, after, onLeave, onReturn } = browserEffects();
  const { loadKernel, openWork, atFirstSign, ahead } = lessonEffects;
  const [shelf, tabs] = [browserShelf(), browserTabs];
  return { shelf, tabs, loadKernel, openWork, now, after, onLeave, onReturn, atFirstSign, ahead };
}
