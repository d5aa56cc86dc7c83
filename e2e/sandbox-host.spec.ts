import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { startCanary } from './support/canary';
import {
  cell,
  collectProblems,
  openLesson,
  outputOf,
  replaceCode,
  runCell,
  sandboxOf,
  siteOf,
} from './support/lesson';

const FRAME = '/sandbox/frame.html';

/** A policy as a map from each directive to its sources. */
function policyOf(headers: Record<string, string>): Map<string, string[]> {
  const text = headers['content-security-policy'] ?? '';
  return new Map(
    text.split('; ').map((line) => {
      const [directive = '', ...sources] = line.split(' ');
      return [directive, sources];
    }),
  );
}

/** The worker's file, which the frame's script names. */
async function workerOf(request: APIRequestContext, sandbox: string): Promise<string> {
  const html = await (await request.get(sandbox + FRAME)).text();
  const frame = /src="\.\/(frame-[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const script = await (await request.get(`${sandbox}/sandbox/${frame}`)).text();
  return /worker-[A-Z0-9]+\.js/.exec(script)?.[0] ?? '';
}

test('the sandbox host answers the sandbox’s files and nothing else', async ({
  request,
  baseURL,
}) => {
  const sandbox = sandboxOf(baseURL);
  const home = await (await request.get('/')).text();
  const asset = /\/_next\/static\/[^"]+\.js/.exec(home)?.[0] ?? '';
  expect(asset).not.toBe('');
  expect((await request.get(asset)).status()).toBe(200);
  expect((await request.get(sandbox + FRAME)).status()).toBe(200);
  const paths = ['/', '/learn/neural-networks', asset, '/editor/', '/favicon.ico', '/robots.txt'];
  const dodges = ['/sandbox', '/sandbox/', '/sandbox/../', '/sandbox/%2e%2e/', '//sandbox/'];
  const deeper = ['/sandbox/nothing', '/sandbox/data', '/sandbox/..%2f..%2fpackage.json'];
  for (const path of [...paths, ...dodges, ...deeper]) {
    const response = await request.get(sandbox + path, { maxRedirects: 0 });
    // A double slash is sent on to the single one, on the same host.
    if (response.status() === 308) {
      expect(new URL(response.headers()['location'] ?? '', sandbox).origin, path).toBe(sandbox);
      continue;
    }
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).toContain('serves only Layerwise');
  }
});

test('the server refuses to be written to, on either host', async ({ request, baseURL }) => {
  for (const origin of [siteOf(baseURL, 'own-origin'), sandboxOf(baseURL)]) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await request.fetch(origin + FRAME, { method });
      expect(response.status(), `${method} ${origin}`).toBe(405);
    }
  }
});

test('the frame and the worker carry the sandbox’s policy', async ({ request, baseURL }) => {
  const site = siteOf(baseURL, 'own-origin');
  const sandbox = sandboxOf(baseURL);
  const named = siteOf(baseURL, 'opaque-origin');
  const worker = `/sandbox/${await workerOf(request, sandbox)}`;
  expect(worker).toMatch(/worker-.+\.js/);
  for (const path of [FRAME, worker]) {
    const own = (await request.get(sandbox + path)).headers();
    const files = `${sandbox}/sandbox/`;
    expect(Object.fromEntries(policyOf(own))).toEqual({
      'default-src': ["'none'"],
      'script-src': [files, 'blob:', "'wasm-unsafe-eval'"],
      'worker-src': [files, 'blob:'],
      'connect-src': [files],
      'img-src': ['data:', 'blob:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': [site],
    });
    expect(own).toMatchObject({
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    expect(own).not.toHaveProperty('access-control-allow-credentials');

    const opaque = policyOf(
      (await request.get(path, { headers: { host: new URL(named).host } })).headers(),
    );
    expect(opaque.get('sandbox')).toEqual(['allow-scripts']);
    expect(opaque.get('default-src')).toEqual(["'none'"]);
    expect(opaque.get('connect-src')).toEqual([`${named}/sandbox/`]);
    expect(opaque.get('frame-ancestors')).toEqual([named]);
  }
});

test('pages carry the site’s policy, with a hash for each inline script', async ({
  request,
  baseURL,
}) => {
  const paths = ['/', '/learn/neural-networks', '/nothing-here'];
  for (const path of paths) {
    const headers = (await request.get(path)).headers();
    const policy = policyOf(headers);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
    const [self, ...hashes] = policy.get('script-src') ?? [];
    expect(self, path).toBe("'self'");
    expect(hashes.length, path).toBeGreaterThan(0);
    expect(hashes.filter((hash) => !/^'sha256-[A-Za-z0-9+/]{43}='$/.test(hash))).toEqual([]);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('frame-src')).toEqual([sandboxOf(baseURL) + FRAME]);
  }
});

test('pages break no rule of their policy', async ({ page }) => {
  const problems = collectProblems(page);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`violation of ${violatedDirective} by ${blockedURI}`),
    );
  });
  for (const path of ['/', '/learn/neural-networks', '/nothing-here']) {
    await page.goto(path, { waitUntil: 'networkidle' });
  }
  // Chromium logs the status of the last page itself.
  expect(problems.filter((text) => !text.includes('status of 404'))).toEqual([]);
});

/** A page that embeds a frame and offers it a port, over and over, and notes every answer. */
const attack = (frame: string) => `<!doctype html><title>Attack</title>
<iframe src="${frame}" allow="cross-origin-isolated"></iframe>
<script>
  window.answers = [];
  addEventListener('message', (event) => answers.push(JSON.stringify(event.data)));
  document.querySelector('iframe').addEventListener('load', (event) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (message) => answers.push(JSON.stringify(message.data));
    event.target.contentWindow.postMessage({ layerwise: 1, type: 'connect' }, '*', [port2]);
    port1.postMessage({ type: 'ping', id: 1 });
    window.offered = true;
  });
</script>`;

test('another site cannot embed the frame', async ({ page, baseURL }) => {
  const frames = [sandboxOf(baseURL), siteOf(baseURL, 'opaque-origin')].map((it) => it + FRAME);
  for (const frame of frames) {
    const hostile = await startCanary({ '/attack': attack(frame) });
    const refusal = page.waitForEvent('console', (message) =>
      message.text().includes('frame-ancestors'),
    );
    await page.goto(`${hostile.origin}/attack`);
    await refusal;
    await page.waitForFunction('window.offered');
    // The frame that was offered the port is the browser's error page.
    expect(page.frames().at(-1)?.url()).toContain('chrome-error:');
    expect(await page.evaluate('window.answers')).toEqual([]);
    await hostile.close();
  }
});

/** Whether the page took the message for a greeting: then it would post a port to its source. */
async function forge(page: Page): Promise<void> {
  await page.evaluate(() => {
    const greeting = { layerwise: 1, type: 'hello' };
    const intruder = document.createElement('iframe');
    document.body.append(intruder);
    const { port1, port2 } = new MessageChannel();
    port1.start();
    const dead = { type: 'failed', worker: 1, message: 'forged' };
    const origins = [location.origin, 'http://127.0.0.1', 'null', ''];
    for (const origin of origins) {
      for (const source of [window, intruder.contentWindow, null]) {
        for (const data of [greeting, { ...greeting, layerwise: 999 }, dead, null, 'x']) {
          window.dispatchEvent(
            new MessageEvent('message', { data, origin, source, ports: [port2] }),
          );
        }
      }
    }
    window.postMessage(greeting, '*');
    window.postMessage({ ...greeting, layerwise: 999 }, '*');
    intruder.remove();
  });
}

test('the page ignores messages that only look like the sandbox’s', async ({ page }) => {
  await openLesson(page);
  await replaceCode(page, 'load', 'const sixTimesSeven = 6 * 7;\nsixTimesSeven;');
  await page.evaluate(() => {
    // From the first moment that the frame is there until long after it has greeted.
    const loud = { layerwise: 999, type: 'hello' };
    new MutationObserver(() => {
      window.postMessage(loud, '*');
      window.postMessage({ layerwise: 1, type: 'hello' }, '*');
    }).observe(document.body, { childList: true });
  });
  const run = runCell(cell(page, 'load'));
  await forge(page);
  await run;
  await forge(page);
  await replaceCode(page, 'missing', 'sixTimesSeven + 1;');
  await runCell(cell(page, 'missing'));
  await expect(outputOf(cell(page, 'missing'))).toContainText('43');
  await expect(page.getByText(/different versions|forged|did not answer/)).toHaveCount(0);
});
