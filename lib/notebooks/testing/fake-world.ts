import { openWork } from '@/lib/drafts/open-work';
import { testBrowser } from '@/lib/drafts/testing/test-browser';
import type { CellSpec, Kernel } from '@/lib/kernel/state';
import type { NotebookEffects } from '../effects';
import type { Shelf } from '../shelf';
import type { TabMessage } from '../tabs';
import { fakeCells } from './fake-cells';

/** Lets every settled promise and every request of the database run its callbacks. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 40; round++) await new Promise((resolve) => setImmediate(resolve));
}

/** A browser with an empty database, whose tabs hear each other at once. */
export function fakeBrowser() {
  const { effects: work } = testBrowser().tab();
  const tabs = new Set<(message: TabMessage) => void>();
  let post: (from: unknown, message: TabMessage) => void = (from, message) => {
    for (const hear of tabs) if (hear !== from) hear(message);
  };
  return {
    /** What keeps outputs takes from outside. */
    work,
    /** From now on no tab hears of another, as when the browser has put them to sleep. */
    deafen: () => {
      post = () => {};
    },
    tabs(hear: (message: TabMessage) => void) {
      tabs.add(hear);
      return {
        post: (message: TabMessage) => post(hear, message),
        close: () => void tabs.delete(hear),
      };
    },
  };
}

export type FakeBrowser = ReturnType<typeof fakeBrowser>;

/** A page whose clock and end are the test's to decide. */
export function fakePage(shelf: Shelf, browser: FakeBrowser = fakeBrowser()) {
  const timers = new Set<() => void>();
  const leaving = new Set<() => void>();
  const returning = new Set<() => void>();
  const calling = (set: Set<() => void>) => (callback: () => void) => {
    set.add(callback);
    return () => void set.delete(callback);
  };
  let time = 1_700_000_000_000;
  const kernels: ReturnType<typeof fakeCells>[] = [];
  const effects: NotebookEffects = {
    shelf,
    tabs: browser.tabs,
    now: () => (time += 1_000),
    after: (_ms, callback) => calling(timers)(callback),
    onLeave: calling(leaving),
    onReturn: calling(returning),
    atFirstSign: () => {},
    ahead: () => 'sandbox',
    openWork: async (name) => openWork(name, browser.work),
    async loadKernel() {
      return ({ cells }: { cells: readonly CellSpec[] }): Kernel => {
        const made = fakeCells(cells);
        kernels.push(made);
        return made.kernel;
      };
    },
  };
  const call = (set: Set<() => void>) => [...set].forEach((callback) => callback());
  return {
    effects,
    timers,
    /** Those that were asked for, in that order. */
    kernels,
    /** The typist's pause is over. */
    async pause() {
      const due = [...timers];
      timers.clear();
      due.forEach((callback) => callback());
      await settle();
    },
    leave: () => call(leaving),
    comeBack: () => call(returning),
  };
}
