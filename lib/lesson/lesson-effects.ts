import type { Work } from '@/lib/drafts';
import type { CellSpec, Kernel } from '@/lib/kernel/state';

/** What a lesson takes from outside; a test passes its own. */
export type LessonEffects = {
  loadKernel(): Promise<(options: { cells: readonly CellSpec[]; seed: number }) => Kernel>;
  openWork(slug: string): Promise<Work>;
  /** Calls back when the page has nothing better to do; never where the reader asked to save data. */
  whenIdle(callback: () => void): void;
  /** Resolves when a run should no longer wait for the drafts. */
  patience(): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
};

const PATIENCE_MS = 1_500;
const IDLE_MS = 500;

/** Both the kernel and the drafts are fetched apart, so that reading a lesson costs neither. */
export const lessonEffects: LessonEffects = {
  async loadKernel() {
    const { createKernel, sandboxPlace } = await import('@/lib/kernel');
    const place = sandboxPlace(location.origin, process.env.SANDBOX_ORIGIN ?? '');
    return (options) => createKernel({ ...options, place });
  },
  async openWork(slug) {
    const { openWork } = await import('@/lib/drafts');
    return openWork(slug);
  },
  whenIdle(callback) {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData === true) return;
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(callback);
    else setTimeout(callback, IDLE_MS);
  },
  patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  now: () => Date.now(),
};
