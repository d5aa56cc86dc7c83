/**
 * What the browser keeps of a lesson's outputs from one visit to the next (`lib/drafts`), read from a page of the same
 * origin.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Map<string, object>>} a `Keepsake` for each cell that has run, by its id
 */
export async function readKept(page, slug) {
  const texts = await page.evaluate(readRecords, slug);
  return new Map(texts.map(({ cell, text }) => [cell, JSON.parse(text, revive)]));
}

/** Runs in the page. Typed arrays cross over as text. */
function readRecords(slug) {
  const asText = (_, value) => {
    if (!ArrayBuffer.isView(value)) {
      return typeof value === 'number' && !Number.isFinite(value)
        ? { number: `${value}`, '': 0 }
        : value;
    }
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return { array: value.constructor.name, base64: btoa(text), '': 0 };
  };
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('layerwise');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction('outputs').objectStore('outputs');
      const reading = store.getAll(IDBKeyRange.bound([slug], [slug, []]));
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () =>
        resolve(
          reading.result.map(({ cell, keepsake }) => ({
            cell,
            text: JSON.stringify(keepsake, asText),
          })),
        );
    };
  });
}

/** What `asText` has made, as it was; an empty key marks it, which no data of ours has. */
function revive(_, value) {
  if (typeof value !== 'object' || value === null || value[''] !== 0) return value;
  if (value.number !== undefined) return Number(value.number);
  const bytes = Uint8Array.from(Buffer.from(value.base64, 'base64'));
  return new globalThis[value.array](bytes.buffer);
}
