const LESSON = 'neural-networks';

/**
 * Puts code in place of the lesson's in some cells, as edits that the reader left on an earlier visit, so that nothing
 * of the lesson has been loaded or touched. The database is that of `lib/drafts`.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} origin
 * @param {Record<string, string>} cells code, by the id of the cell
 */
export async function seedDrafts(context, origin, cells) {
  const page = await context.newPage();
  // The smallest file of the site's origin.
  await page.goto(`${origin}/icon.svg`);
  const drafts = Object.entries(cells).map(([cell, code]) => ({
    ...{ lesson: LESSON, cell, code, original: '', changed: 1_700_000_000_000 },
  }));
  await page.evaluate(write, drafts);
  await page.close();
}

/** Runs in the page. */
function write(drafts) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('layerwise', 1);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () =>
      opening.result
        .createObjectStore('drafts', { keyPath: ['lesson', 'cell'] })
        .createIndex('lesson', 'lesson');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('drafts', 'readwrite');
      for (const draft of drafts) transaction.objectStore('drafts').put(draft);
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
