import { expect, type Locator, type Page } from '@playwright/test';
import type { CellState } from '@/lib/kernel/state';
import type { Device, DeviceChoice } from '@/lib/protocol';

/** `own-origin` is what `localhost` gives, `opaque-origin` what every other name gives. */
export type Mode = 'own-origin' | 'opaque-origin';
export const MODES: readonly Mode[] = ['own-origin', 'opaque-origin'];

const HOST: Record<Mode, string> = {
  'own-origin': 'localhost',
  'opaque-origin': 'layerwise.localhost',
};
const LESSON = '/learn/neural-networks';

/** The site's origin in this mode; `baseURL` is the one of the test's configuration. */
export function siteOf(baseURL: string | undefined, mode: Mode): string {
  const url = new URL(baseURL ?? '');
  url.hostname = HOST[mode];
  return url.origin;
}

/** The origin that serves the sandbox to `localhost`. */
export function sandboxOf(baseURL: string | undefined): string {
  const url = new URL(baseURL ?? '');
  url.hostname = '127.0.0.1';
  return url.origin;
}

type Place = { mode?: Mode; baseURL?: string | undefined };

/** Opens the lesson; `baseURL` is needed for a mode other than the configuration's own. */
export async function openLesson(page: Page, { mode, baseURL }: Place = {}): Promise<void> {
  await page.goto(mode === undefined ? LESSON : siteOf(baseURL, mode) + LESSON);
  await expect(page.getByRole('button', { name: 'Run all' })).toBeEnabled();
}

export const cell = (page: Page, id: string): Locator => page.locator(`[data-cell="${id}"]`);

export const outputOf = (from: Locator): Locator => from.locator('[data-output]');

export const waitForState = (of: Locator, state: CellState, timeout?: number): Promise<void> =>
  expect(of).toHaveAttribute('data-state', state, timeout === undefined ? {} : { timeout });

/** Presses Run and waits for the end of that run, which has to be `state`. */
export async function runCell(
  of: Locator,
  { state = 'done', timeout = 30_000 }: { state?: CellState; timeout?: number } = {},
): Promise<void> {
  const ended = nextEnd(of);
  await of.getByRole('button', { name: 'Run' }).click();
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`The run did not end in ${timeout} ms.`)), timeout).unref(),
  );
  expect(await Promise.race([ended, late])).toBe(state);
}

/** The state in which the next run ends. */
const nextEnd = (of: Locator): Promise<string> =>
  nextValue(of, 'data-state', ['done', 'error', 'stopped']);

/** To which of these values an attribute changes next. Watched in the page, so that a former one is not taken for it. */
export function nextValue(
  of: Locator,
  attribute: string,
  values: readonly string[],
): Promise<string> {
  return of.evaluate(
    (element, wanted) =>
      new Promise<string>((resolve) => {
        const observer = new MutationObserver(() => {
          const value = element.getAttribute(wanted.attribute) ?? '';
          if (!wanted.values.includes(value)) return;
          observer.disconnect();
          resolve(value);
        });
        observer.observe(element, { attributeFilter: [wanted.attribute] });
      }),
    { attribute, values },
  );
}

/** So narrow that code is edited as plain text. */
const NARROW = 620;

/**
 * Puts `code` in place of the cell's own, as a reader with a narrow window does: click, write, leave. Monaco takes
 * seconds to arrive, and has specs of its own.
 */
export const replaceCode = (page: Page, id: string, code: string): Promise<void> =>
  writeInto(cell(page, id), code);

/** The same in whatever holds one piece of code: a cell, or an exercise. */
export async function writeInto(section: Locator, code: string): Promise<void> {
  const page = section.page();
  const size = page.viewportSize() ?? { width: NARROW, height: 720 };
  await page.setViewportSize({ ...size, width: Math.min(size.width, NARROW) });
  await section.locator('[data-editor] pre').first().click();
  const editor = section.locator('[data-editor="plain"]').getByRole('textbox');
  await expect(editor).toBeFocused();
  await editor.fill(code);
  await page.keyboard.press('Escape');
  await expect(section.locator('[data-editor="reading"]')).toBeVisible();
  await page.setViewportSize(size);
  expect(await codeOf(section)).toBe(code);
}

/** The code that a cell shows while nobody edits it. */
export const codeOf = (section: Locator): Promise<string> =>
  section
    .locator('[data-editor] pre')
    .first()
    .evaluate((pre) => (pre.textContent ?? '').replace(/\n$/, ''));

/** The device menu's element, which carries `data-device`. */
export const deviceMenu = (page: Page): Locator =>
  page.locator('details').filter({ has: page.locator('summary', { hasText: 'Device:' }) });

const DEVICE_NAMES: Record<DeviceChoice, string> = {
  auto: 'Automatic',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'CPU',
};

/** Chooses through the page's own menu. */
export async function chooseDevice(page: Page, choice: DeviceChoice): Promise<void> {
  const summary = page.locator('details summary').filter({ hasText: 'Device:' });
  await summary.click();
  await page.getByRole('radio', { name: DEVICE_NAMES[choice] }).check();
  await summary.click();
}

export const waitForDevice = (page: Page, device: Device, timeout = 30_000): Promise<void> =>
  expect(page.locator('[data-device]')).toHaveAttribute('data-device', device, { timeout });

/** Complaints of the browser while a page is open: refusals of a policy, errors, failed requests. */
export function collectProblems(page: Page): string[] {
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
