import { expect, type Page, test } from '@playwright/test';

/** The address of the server under each of the names that it answers to. */
function addressOf(baseURL: string | undefined, hostname: string): string {
  const url = new URL(baseURL ?? '');
  url.hostname = hostname;
  return url.origin;
}

/** Complaints of the browser while a page is open: refusals of its policy, errors, failed requests. */
function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => {
    problems.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  return problems;
}

for (const hostname of ['localhost', 'layerwise.localhost']) {
  test(`home and every lesson load under their policy at ${hostname}`, async ({
    page,
    baseURL,
  }) => {
    const site = addressOf(baseURL, hostname);
    const problems = collectProblems(page);
    await page.goto(site, { waitUntil: 'networkidle' });
    const lessons = await page
      .locator('main a[href^="/learn/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(lessons).toContain('/learn/neural-networks');
    for (const path of new Set(lessons)) {
      await page.goto(site + path, { waitUntil: 'networkidle' });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    }
    expect(problems).toEqual([]);
  });

  test(`an unknown address says so under its policy at ${hostname}`, async ({ page, baseURL }) => {
    const site = addressOf(baseURL, hostname);
    const problems = collectProblems(page);
    for (const path of ['/nothing-here', '/learn/nothing-here']) {
      const response = await page.goto(site + path, { waitUntil: 'networkidle' });
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    // Chromium logs the status of the page itself.
    expect(problems.filter((text) => !text.includes('status of 404'))).toEqual([]);
  });
}

test('a page does not run a script that was not built into it', async ({ page }) => {
  await page.goto('/learn/neural-networks');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    return 'injected' in window;
  });
  expect(ran).toBe(false);
});

test('the sandbox host answers its own files and nothing else', async ({ request, baseURL }) => {
  const sandbox = addressOf(baseURL, '127.0.0.1');
  const frame = await request.get(`${sandbox}/sandbox/frame.html`);
  expect(frame.status()).toBe(200);
  expect(frame.headers()['content-security-policy']).toContain(`frame-ancestors ${baseURL ?? ''}`);

  const asset = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get('/')).text())?.[0] ?? '';
  expect((await request.get(asset)).status()).toBe(200);
  const paths = [
    '/',
    '/learn/neural-networks',
    asset,
    '/nothing',
    '/sandbox',
    '/sandbox/nothing.js',
  ];
  for (const path of [...paths, '/editor/manifest.json', '/_next/image?url=x']) {
    const response = await request.get(sandbox + path);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).toBe(
      `This address serves only Layerwise's sandbox. Open ${baseURL ?? ''} instead.\n`,
    );
  }
});

test('the server does not name its software, and only reads', async ({ request }) => {
  expect((await request.get('/')).headers()).not.toHaveProperty('x-powered-by');
  expect((await request.post('/', { data: 'x' })).status()).toBe(405);
});
