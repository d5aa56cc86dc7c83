import type { Page } from '@playwright/test';
import { cell, codeOf, outputOf, waitForState } from './support/lesson';
import { button, codeIn, startReading } from './support/reader';
import { expect, test } from './support/test';

/** What Tab reaches, and what no key should miss. */
const REACHABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, summary, [tabindex]:not([tabindex="-1"])';

type Stop = { place: number; words: string; outlined: boolean };

/** Numbers everything that should be reachable now. Radios of one group are one stop. */
function numberStops(page: Page): Promise<{ place: number; words: string }[]> {
  return page.evaluate((selector) => {
    const groups = new Set<string>();
    const stops: { place: number; words: string }[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (groups.has(element.name)) continue;
        groups.add(element.name);
      }
      element.dataset.place = `${stops.length}`;
      const words = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`;
      stops.push({ place: stops.length, words: words.slice(0, 60) });
    }
    return stops;
  }, REACHABLE);
}

/** Where the focus is; -1 is on the page itself or outside of it. */
function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const style = element === null ? null : getComputedStyle(element);
    const around = element?.closest('label, [data-editor]');
    const shown = [style, around ? getComputedStyle(around) : null].some(
      (each) => each !== null && each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 1,
    );
    return {
      place: Number(element?.dataset.place ?? -1),
      words:
        `${element?.tagName} ${element?.getAttribute('aria-label') ?? element?.textContent ?? ''}`.slice(
          0,
          60,
        ),
      outlined: shown || (style !== null && style.boxShadow !== 'none'),
    };
  });
}

/**
 * Presses Tab through the whole page, and gives the stops in their order. Those that come while the focus goes through
 * are passed over: a recorded figure turns into one with controls when the reader comes to its cell.
 */
async function tabThrough(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.words.startsWith('BODY') || stops.some(({ place }) => place === stop.place)) break;
    if (stop.place !== -1) stops.push(stop);
  }
  return stops;
}

/** Presses a key until an element has the focus. */
async function pressUntil(page: Page, key: string, selector: string): Promise<void> {
  for (let press = 0; press < 200; press++) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`${key} never reached ${selector}.`);
}

test('the first stop is a link that skips to the text', async ({ page }) => {
  await startReading(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

for (const path of ['/', '/learn/neural-networks', '/no-such-page']) {
  test(`Tab goes through all of ${path} without a trap, and shows where it is`, async ({
    page,
    noise,
  }) => {
    if (path.startsWith('/learn')) await startReading(page);
    else await page.goto(path, { waitUntil: 'networkidle' });
    const all = await numberStops(page);
    const reached = await tabThrough(page, 2 * all.length + 5);
    // By place, since the device's name comes while the focus goes through.
    expect(reached.map(({ place }) => all[place])).toEqual(all);
    expect(reached.filter(({ outlined }) => !outlined).map(({ words }) => words)).toEqual([]);
    // Chromium notes the status of the page itself.
    if (path === '/no-such-page') noise.splice(0);
  });
}

test('a cell is edited, run, stopped and reset by keyboard alone', async ({ page }) => {
  await startReading(page);
  const load = cell(page, 'load');
  const original = await codeOf(load);
  await pressUntil(page, 'Tab', '[data-cell="load"] [data-cell-code]');
  await page.keyboard.press('Enter');
  await expect(load.getByRole('textbox')).toBeFocused();
  await expect(load).toContainText('Esc leaves the editor; Shift+Enter runs. Tab indents');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('while (true) {}');
  await page.keyboard.press('Shift+Enter');
  await waitForState(load, 'running', 20_000);
  await page.keyboard.press('Escape');
  await expect(codeIn(load)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(load, 'Run')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(load, 'Stop')).toBeFocused();
  await page.keyboard.press('Enter');
  await waitForState(load, 'stopped');
  await expect(button(load, 'Run')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(load, 'Reset')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(load, 'Run')).toBeFocused();
  expect(await codeOf(load)).toBe(original);
  await page.keyboard.press('Space');
  await waitForState(load, 'done');
  await page.keyboard.press('Shift+Tab');
  await expect(codeIn(load)).toBeFocused();
});

test('a first key starts to edit, and Tab leaves the editor by its key', async ({ page }) => {
  await startReading(page);
  const load = cell(page, 'load');
  await codeIn(load).focus();
  await page.keyboard.type('// seen');
  await expect(load.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(load.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+M');
  await expect(load).toContainText('Tab moves on');
  await page.keyboard.press('Tab');
  await expect(button(load, 'Run')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(load.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Escape');
  await expect(codeIn(load)).toBeFocused();
  expect(await codeOf(load)).toMatch(/^\/\/ seen\s+const pima/);
});

test('the lesson is run, and the device chosen, by keyboard', async ({ page }) => {
  await startReading(page);
  await button(page, 'Run all').focus();
  await page.keyboard.press('Enter');
  await waitForState(cell(page, 'load'), 'done', 20_000);
  await pressUntil(page, 'Tab', '[data-device] > summary');
  await page.keyboard.press('Enter');
  const group = page.getByRole('group', { name: 'Run on' });
  await expect(group).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(group.getByRole('radio', { name: /^Automatic/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(group.getByRole('radio', { name: /^CPU/ })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(group).toBeHidden();
  await expect(page.locator('summary:focus')).toContainText('Device');
  await expect(page.locator('[data-device="cpu"]')).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('summary:focus')).toContainText('Share and save');
});

test('the controls of a figure are reached and used by keyboard', async ({ page }) => {
  await startReading(page);
  await codeIn(cell(page, 'load')).focus();
  await page.keyboard.press('Shift+Enter');
  await waitForState(cell(page, 'load'), 'done', 20_000);
  await codeIn(cell(page, 'train')).focus();
  await page.keyboard.press('Shift+Enter');
  await waitForState(cell(page, 'train'), 'done', 40_000);
  const figure = outputOf(cell(page, 'train')).locator('figure').first();
  await expect(figure).toHaveAttribute('data-step', '30');
  const next = async () => {
    await page.keyboard.press('Tab');
    const { words, outlined } = await focused(page);
    expect(outlined, words).toBe(true);
    return words;
  };
  await pressUntil(page, 'Tab', '[data-cell="train"] [data-time] button');
  expect([(await focused(page)).words, await next(), await next(), await next()]).toEqual([
    'BUTTON Play',
    'INPUT epoch',
    'BUTTON Train on from epoch 30',
    'BUTTON Compare',
  ]);
  await pressUntil(page, 'Tab', '[data-cell="train"] canvas');
  await page.keyboard.press('ArrowLeft');
  expect([await next(), await next(), await next()]).toEqual([
    'BUTTON Table',
    'BUTTON PNG',
    'BUTTON CSV',
  ]);
});
