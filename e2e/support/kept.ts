import { expect, type Locator, type Page } from '@playwright/test';
import { cell } from './lesson';
import { button, leaveEditor, startReading, writeCode } from './reader';

/** One cell's code as an earlier visit has left it in the browser. */
export type LeftDraft = {
  cell: string;
  code: string;
  /** The lesson's code that it was made from. */
  original: string;
  /** Milliseconds since 1970. */
  changed?: number;
};

declare global {
  interface Window {
    holdsOfTest?: boolean;
    makeRoomOfTest?: () => void;
  }
}

/** Opens the lesson in a browser that has these of an earlier visit. */
export async function readAgainWith(page: Page, drafts: readonly LeftDraft[]): Promise<void> {
  await startReading(page);
  await waitForDatabase(page);
  const records = drafts.map((draft, at) => ({
    lesson: 'neural-networks',
    changed: Date.now(),
    stamp: `earlier.${at}`,
    ...draft,
  }));
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('layerwise');
        opening.onerror = () => reject(opening.error ?? new Error('It did not open.'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('drafts', 'readwrite');
          all.forEach((record) => transaction.objectStore('drafts').put(record));
          transaction.onabort = () => reject(transaction.error ?? new Error('It was not kept.'));
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    records,
  );
  await startReading(page);
}

/** The page opens it; an earlier look at it would make an empty one. */
const waitForDatabase = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .toContain('layerwise');

/** Lets every read and write of drafts wait, as a slow disk does. Returns what ends that. */
export async function slowDisk(page: Page): Promise<() => Promise<void>> {
  await waitForDatabase(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('layerwise');
        opening.onsuccess = () => {
          const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
          window.holdsOfTest = true;
          const again = () => {
            if (window.holdsOfTest) drafts.count().onsuccess = again;
            else opening.result.close();
            resolve();
          };
          drafts.count().onsuccess = again;
        };
      }),
  );
  return () =>
    page.evaluate(() => {
      window.holdsOfTest = false;
    });
}

/** A browser that does not let pages store anything, as private windows of some do. */
export async function refuseStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
}

/** A full disk. Returns what makes room. */
export async function fillStorage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const full = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    const { put, add } = IDBObjectStore.prototype;
    Object.assign(IDBObjectStore.prototype, { put: full, add: full });
    window.makeRoomOfTest = () => Object.assign(IDBObjectStore.prototype, { put, add });
  });
  return () => page.evaluate(() => void window.makeRoomOfTest?.());
}

export const dialog = (page: Page): Locator => page.getByRole('dialog');

/** What the page says about a cell's code, by its kind. */
export const noticeOf = (of: Locator, name: 'conflict' | 'outdated' | 'followed'): Locator =>
  of.locator(`[data-notice="${name}"]`);

/** Opens the history of a cell; returns its dialog, which lists what there is. */
export async function openHistory(page: Page, id: string): Promise<Locator> {
  await button(cell(page, id), 'History').click();
  await expect(dialog(page).getByRole('radio').first()).toBeVisible();
  return dialog(page);
}

/** What would be in the cell, as Monaco shows it in a comparison. */
export const comes = (within: Locator): Locator =>
  within.locator('.monaco-diff-editor .editor.modified .view-lines:not(.line-delete)');

/** What would go from it. */
export const goes = (within: Locator): Locator =>
  within.locator('.monaco-diff-editor .editor.modified .view-lines.line-delete');

/** The code that each version of an open history would bring, in the order of the list: the dialog is gone after. */
export async function versionsOf(page: Page, id: string): Promise<string[]> {
  const history = await openHistory(page, id);
  const codes: string[] = [];
  for (const version of await history.getByRole('radio').all()) {
    await version.check();
    codes.push(await comesIn(history));
  }
  await button(history, 'Close').click();
  await expect(history).toBeHidden();
  return codes;
}

/** What would be on the page after a change that is shown line by line. */
async function comesIn(of: Locator): Promise<string> {
  const lines = of.getByRole('group', { name: /: / }).locator('> :not(del)');
  const texts = await lines.evaluateAll((all) =>
    all.map((line) => {
      const copy = line.cloneNode(true) as HTMLElement;
      copy.querySelector('span')?.remove();
      return (copy.textContent ?? '').slice(2, -1);
    }),
  );
  return texts.join('\n');
}

/** Writes code into a cell and leaves it at that. */
export async function leaveCode(page: Page, id: string, code: string): Promise<void> {
  await writeCode(page, id, code);
  await leaveEditor(page, id);
  await expect(codeShown(page, id)).toHaveText(code);
}

/** The code that a cell shows while nobody edits it. */
export const codeShown = (page: Page, id: string): Locator =>
  cell(page, id).locator('[data-cell-code] code');
