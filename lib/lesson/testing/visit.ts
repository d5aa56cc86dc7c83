import { type testBrowser } from '@/lib/drafts/testing/test-browser';
import type { CellSpec } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { LessonStore } from '../lesson-store';
import { fakeKernel } from './fake-kernel';

export const CELLS: CellSpec[] = [
  { id: 'load', title: 'Load', code: 'load();' },
  { id: 'train', title: 'Train', code: 'train();' },
];

/** Lets the database and every settled promise have their turns. */
export async function settle() {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export type Browser = ReturnType<typeof testBrowser>;

/** A visit to the lesson in a tab, with all that it loads. */
export async function visit(
  browser: Browser,
  cells = CELLS,
  shared: Record<CellId, string> | null = null,
) {
  const tab = browser.tab();
  const kernels: ReturnType<typeof fakeKernel>[] = [];
  const store = new LessonStore(
    { slug: 'lesson', seed: 1, cells },
    {
      loadKernel: async () => (options) => {
        const made = fakeKernel(options.cells);
        kernels.push(made);
        return made.kernel;
      },
      openWork: async () => tab.work,
      patience: () => new Promise(() => undefined),
      atFirstSign: (callback) => callback(),
      ahead: () => 'sandbox',
      now: () => browser.clock.now,
    },
  );
  if (shared !== null) store.viewShared(shared);
  const close = store.open();
  await settle();
  const code = (id: CellId) => store.getSnapshot().kernel.cells[id]?.code;
  const history = async (id: CellId) => (await store.versions.history(id)).map((v) => v.code);
  /** As the worker would: the cell runs and shows one text. */
  const ran = async (id: CellId, text: string) => {
    const run = (browser.clock.now += 1);
    const kernel = kernels.at(-1)!;
    kernel.change(id, { state: 'running', run, restored: null });
    kernel.change(id, { state: 'done', outputs: [{ kind: 'text', text }], ms: 5 });
    await tab.pass(1_000);
    await settle();
  };
  const leave = async () => {
    tab.leave();
    close();
    await settle();
  };
  return { store, tab, kernels, code, history, ran, leave };
}
