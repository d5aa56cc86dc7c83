import { type BrowserContext, expect, type Page } from '@playwright/test';
import { encodeShare, type NotebookShare } from '@/lib/share';
import { button, startReading } from '../reader';
import type { Reader } from './actions';
import { write, type Shown } from './page';
import { PROGRAMS, type Programs } from './programs';

export const ready = (page: Page) => expect(button(page, 'Run all')).toBeEnabled();

/** So narrow that code is written in a plain text area, which is quicker than Monaco. */
export async function makeNarrow(page: Page): Promise<void> {
  page.setDefaultTimeout(10_000);
  await page.setViewportSize({ width: 620, height: 900 });
}

/** Two tabs of one lesson, whose cells hold the soak's first programs. */
export async function openLesson(context: BrowserContext): Promise<Reader> {
  const tabs = [await context.newPage(), await context.newPage()] as const;
  for (const page of tabs) {
    await makeNarrow(page);
    await startReading(page);
  }
  const programs: Reader['programs'] = new Map();
  const cells = await tabs[0].locator('section[data-cell]').all();
  for (const [index, cell] of cells.entries()) {
    const own = PROGRAMS[index] as Programs;
    programs.set((await cell.getAttribute('data-cell')) ?? '', own);
    await write(cell, own.good[0] ?? '');
  }
  return { tabs: [...tabs], at: 0, programs };
}

/** A notebook of the reader's own that holds the soak's first programs. */
export async function openNotebook(context: BrowserContext): Promise<Reader> {
  const page = await context.newPage();
  await makeNarrow(page);
  const programs = new Map(PROGRAMS.map((own, index) => [`cell-${index}`, own]));
  await openCells(
    page,
    [...programs].map(([id, { good }]) => ({ id, code: good[0] ?? '' })),
  );
  await button(page, 'Keep it as mine').click();
  return { tabs: [page], at: 0, programs };
}

/** Opens these cells as a notebook from a link. */
export async function openCells(page: Page, cells: readonly Pick<Shown, 'id' | 'code'>[]) {
  const share: NotebookShare = {
    ...{ version: 1, lesson: null, title: 'Soak', seed: 1 },
    cells: cells.map(({ id, code }) => ({ kind: 'code', id, title: id, code })),
  };
  const fragment = await encodeShare(share);
  // From one link of a page to another, the browser would not load it anew.
  await page.goto('about:blank');
  await page.goto(`/notebook${fragment}`);
  await ready(page);
}
