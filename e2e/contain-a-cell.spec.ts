import { expect, type Page, test } from '@playwright/test';
import { transform } from 'esbuild';
import { type Canary, startCanary } from './support/canary';
import {
  MODES,
  cell,
  openLesson,
  outputOf,
  replaceCode,
  runCell,
  sandboxOf,
  siteOf,
} from './support/lesson';
import { HEARD_WHEN_FREE, importFrom, lookAround, sendAway } from './support/probes';

const SECRET = 'a-secret-of-the-site';

let canary: Canary;
test.beforeEach(async () => {
  canary = await startCanary({ '/unguarded': '<!doctype html><title>Unguarded</title>' });
});
test.afterEach(() => canary.close());

/** Runs the code, without its types, in a classic worker of a page that has no policy. */
async function runUnguarded(page: Page, typed: string): Promise<void> {
  const { code } = await transform(
    `void (async () => { ${typed} })().finally(() => postMessage(0))`,
    {
      loader: 'ts',
      target: 'esnext',
    },
  );
  await page.goto(`${canary.origin}/unguarded`);
  await page.evaluate(
    (script) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([script])));
        worker.onmessage = resolve;
        worker.onerror = (event) => reject(new Error(event.message));
      }),
    code,
  );
}

/** What a cell with this code showed, as text. */
async function outputOfCell(page: Page, code: string): Promise<string> {
  const load = cell(page, 'load');
  await replaceCode(page, 'load', code.trim());
  await runCell(load);
  // The parts that draw output are loaded when the first is needed.
  await expect(outputOf(load)).toHaveText(/./);
  return outputOf(load).innerText();
}

/** Values that must never be seen, wherever the site keeps some. */
async function plantSecrets(page: Page, site: string): Promise<void> {
  await page.context().addCookies([
    { name: 'plain', value: SECRET, url: site },
    { name: 'hidden', value: SECRET, url: site, httpOnly: true, sameSite: 'Lax' },
  ]);
  await page.addInitScript((secret) => {
    if (window !== window.top) return;
    localStorage.setItem('secret', secret);
    sessionStorage.setItem('secret', secret);
  }, SECRET);
}

test('the canary hears every channel from a worker that nothing holds', async ({ page }) => {
  await runUnguarded(page, sendAway(canary.origin));
  await runUnguarded(page, importFrom(canary.origin));
  expect(canary.heard).toEqual(expect.arrayContaining(HEARD_WHEN_FREE));
});

for (const mode of MODES) {
  test.describe(`in ${mode} mode`, () => {
    test('nothing that a cell sends reaches another host', async ({ page, baseURL }) => {
      await openLesson(page, { mode, baseURL });
      const code = `${sendAway(canary.origin)}\nshow.text(JSON.stringify(sent));`;
      const text = await outputOfCell(page, code);
      const sent = JSON.parse(/\{.*\}/s.exec(text)?.[0] ?? '') as Record<string, string>;
      expect(Object.keys(sent).length).toBeGreaterThan(20);
      expect(sent['fetch']).toBe('refused: TypeError');
      expect(Object.values(sent)).not.toContain('open');
      expect(Object.values(sent)).not.toContain('loaded');
      expect(canary.heard).toEqual([]);
      // It would still hear something now.
      await page.request.get(`${canary.origin}/still-here`);
      expect(canary.heard).toContain('/still-here');
    });

    test('neither a cell nor the sandbox itself loads code from another host', async ({
      page,
      baseURL,
    }) => {
      await openLesson(page, { mode, baseURL });
      await replaceCode(page, 'load', `await import(${JSON.stringify(`${canary.origin}/x`)});`);
      await runCell(cell(page, 'load'), { state: 'error' });
      await expect(outputOf(cell(page, 'load'))).toContainText('import()');
      const inside = `(async () => {${importFrom(canary.origin)}})()`;
      const frame = page.frames().find((each) => each.url().includes('/sandbox/frame.html'));
      const [worker] = page.workers();
      expect(await frame?.evaluate(inside)).toBe('refused,refused');
      expect(await worker?.evaluate(inside)).toBe('refused,refused');
      expect(canary.heard).toEqual([]);
    });

    test('a cell finds no store, no window, no other worker and no page', async ({
      page,
      baseURL,
    }) => {
      const site = siteOf(baseURL, mode);
      await plantSecrets(page, site);
      await openLesson(page, { mode, baseURL });
      expect(await page.evaluate(() => localStorage.getItem('secret') + document.cookie)).toContain(
        `${SECRET}plain=${SECRET}`,
      );
      const code = `${lookAround(site, sandboxOf(baseURL))}\nshow.text(JSON.stringify(found));`;
      const text = await outputOfCell(page, code);
      const found = JSON.parse(/\{.*\}/s.exec(text)?.[0] ?? '') as Record<string, string>;
      expect(Object.keys(found).length).toBeGreaterThan(30);
      expect(Object.entries(found).filter(([, result]) => !result.startsWith('refused'))).toEqual(
        [],
      );
      expect(text).not.toContain(SECRET);
      expect(await page.locator('main').innerText()).not.toContain(SECRET);
    });

    test('a second look, in a new sandbox, finds nothing either', async ({ page, baseURL }) => {
      await openLesson(page, { mode, baseURL });
      const look = 'show.text(typeof indexedDB + typeof caches + typeof Worker + name.length);';
      const first = await outputOfCell(page, `self.name = 'left behind';\n${look}`);
      expect(first).toBe('undefinedundefinedundefined11');
      await page.getByRole('button', { name: 'Restart' }).click();
      expect(await outputOfCell(page, look)).toBe('undefinedundefinedundefined0');
    });

    test('the site’s cookies do not go along when a cell fetches what it may', async ({
      page,
      baseURL,
    }) => {
      const site = siteOf(baseURL, mode);
      await plantSecrets(page, site);
      await openLesson(page, { mode, baseURL });
      const files = mode === 'own-origin' ? sandboxOf(baseURL) : site;
      const url = `${files}/sandbox/frame.html`;
      const cookies: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(`${url}?probe`)) return;
        cookies.push(request.headers()['cookie'] ?? 'none');
      });
      const code = `
        const results: string[] = [];
        for (const credentials of ['omit', 'include'] as const) {
          const answer = await fetch(${JSON.stringify(`${url}?probe=`)} + credentials, { credentials }).catch(() => null);
          results.push(credentials + ' ' + answer?.status);
        }
        show.text(results.join(', '));`;
      // A cell may read the sandbox's own public files, without credentials.
      expect(await outputOfCell(page, code)).toContain('omit 200');
      expect(cookies.length).toBeGreaterThan(0);
      expect(cookies.join()).not.toContain(SECRET);
    });
  });
}
