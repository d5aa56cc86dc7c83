import type { Work } from '@/lib/drafts';
import type { CellSpec, Kernel } from '@/lib/kernel/state';
import { type Ahead, ahead } from './ahead';
import { firstSign } from './first-sign';
import { whenIdle } from './when-idle';

/** What a lesson takes from outside; a test passes its own. */
export type LessonEffects = {
  loadKernel(): Promise<(options: { cells: readonly CellSpec[]; seed: number }) => Kernel>;
  openWork(slug: string): Promise<Work>;
  /** Calls back once somebody is at the page and it has nothing better to do. */
  atFirstSign(callback: () => void): void;
  /** What may be fetched or started at a sign that it will be needed. */
  ahead(): Ahead;
  /** Resolves when a run should no longer wait for the drafts. */
  patience(): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
};

const PATIENCE_MS = 1_500;

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
  atFirstSign: (callback) => void firstSign().then(() => whenIdle(callback)),
  ahead,
  patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  now: () => Date.now(),
};
