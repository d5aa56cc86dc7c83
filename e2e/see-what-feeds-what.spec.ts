import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe';
import { replaceCodes, stateOf } from './support/cells';
import { openChain } from './support/chain';
import { cell, replaceCode, runCell, waitForState } from './support/lesson';
import {
  button,
  codeIn,
  leaveEditor,
  openEditor,
  placeOfWord,
  runWholeLesson,
  startReading,
  writeCode,
} from './support/reader';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 90_000 });

const panelOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.describe('the variables', () => {
  const HELD = `const grid = tf.tensor2d([[1, 2, 3], [4, 5, 6.5]]);
const names = ['age', 'mass'];
const net = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });`;

  /** The facts of each variable of a cell, and its first values. */
  const rowsOf = async (panel: Locator) => {
    const rows = await panel.getByRole('row').allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  };

  test('are listed with their cell, type, shape, bytes and first values', async ({ page }) => {
    await startReading(page);
    await button(page, 'Variables').click();
    const panel = panelOf(page, 'Variables');
    await expect(panel).toContainText('No variables yet.');
    await writeCode(page, 'load', HELD);
    await page.keyboard.press('Shift+Enter');
    await waitForState(cell(page, 'load'), 'done', 20_000);
    // Of the network: 3 · 2 weights and 2 biases.
    await expect
      .poll(() => rowsOf(panel))
      .toEqual([
        'Name Type Shape Bytes',
        'Load the data',
        'grid Tensor float32 2 × 3 24 B',
        '[1, 2, 3, 4, 5, 6.5]',
        'names Array 2',
        '["age", "mass"]',
        'net Sequential batch × 2 32 B',
        '1 layer, 8 parameters',
      ]);
    await expect(panel).toContainText('3 variables, 56 B');
    expect(await violations(page, '[data-panel]')).toEqual([]);
  });

  test('follow each run, and say which are of a stale cell', async ({ page }) => {
    await startReading(page);
    await writeCode(page, 'load', HELD);
    await page.keyboard.press('Shift+Enter');
    await waitForState(cell(page, 'load'), 'done', 20_000);
    await leaveEditor(page, 'load');
    await button(page, 'Variables').click();
    const panel = panelOf(page, 'Variables');
    await expect(panel).toContainText('[1, 2, 3, 4, 5, 6.5]');
    await writeCode(page, 'load', 'const grid = tf.zeros([5, 7, 2], "int32");');
    await expect(panel.getByRole('row', { name: /^Load the data/ })).toContainText('stale');
    await expect(panel).toContainText('[1, 2, 3, 4, 5, 6.5]');
    await page.keyboard.press('Shift+Enter');
    await expect
      .poll(() => rowsOf(panel))
      .toEqual([
        'Name Type Shape Bytes',
        'Load the data',
        'grid Tensor int32 5 × 7 × 2 280 B',
        '[0, 0, 0, 0, 0, 0, 0, 0, …]',
      ]);
  });

  test('are opened, followed to their cell and left by keyboard', async ({ page }) => {
    await startReading(page);
    await replaceCode(page, 'split', 'const found = 42;');
    await runCell(cell(page, 'split'));
    const opener = button(page, 'Variables');
    await opener.press('Enter');
    const panel = panelOf(page, 'Variables');
    await expect(panel).toBeFocused();
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press('Enter');
    await button(panel, 'Close').press('Enter');
    await expect(opener).toBeFocused();
    await page.keyboard.press('Enter');
    await panel.getByRole('link', { name: 'Split, fill the gaps, standardise' }).press('Enter');
    await expect(codeIn(cell(page, 'split'))).toBeFocused();
    await expect(cell(page, 'split')).toBeInViewport();
  });
});

test.describe('the map', () => {
  const mapOf = (page: Page) => panelOf(page, 'What feeds what');

  test('tells what each cell reads and feeds, and leads to it', async ({ page }) => {
    const cells = await openChain(page);
    await runCell(cells.split);
    await button(page, 'Map').click();
    const links = mapOf(page).getByRole('link');
    await expect(links).toHaveCount(10);
    const [load, missing, split, neuron] = [
      'Load the data, fresh. Feeds “Split, fill the gaps, standardise” and “One neuron, by hand”.',
      'Count what was never measured, never run.',
      'Split, fill the gaps, standardise, fresh. Reads base from “Load the data”. Feeds “One neuron, by hand”.',
      'One neuron, by hand, never run. Reads twice from “Split, fill the gaps, standardise” and base from “Load the data”.',
    ];
    for (const [at, words] of [load, missing, split, neuron].entries()) {
      await expect(links.nth(at)).toHaveAccessibleName(words);
    }
    expect(await violations(page, '[data-panel]')).toEqual([]);
    await links.nth(3).click();
    await expect(codeIn(cells.neuron)).toBeFocused();
    await expect(cells.neuron).toBeInViewport();
    // What a cell takes from where changes with its code.
    await replaceCode(page, 'neuron', "show.text('base ' + base);");
    await expect(links.nth(3)).toHaveAccessibleName(
      /never run\. Reads base from “Load the data”\.$/,
    );
    await expect(links.nth(2)).toHaveAccessibleName(/Reads base from “Load the data”\.$/);
  });

  test('follows the states of the lesson: all of it is run, then one cell edited', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await startReading(page);
    await button(page, 'Map').click();
    const states = async () => {
      const links = await mapOf(page).getByRole('link').all();
      const names = await Promise.all(links.map((link) => link.getAttribute('aria-label')));
      return names.map(
        (name) => /, (never run|fresh|stale|waiting|running)\./.exec(name ?? '')?.[1],
      );
    };
    await expect.poll(states).toEqual(Array(10).fill('never run'));
    await runWholeLesson(page);
    await expect.poll(states).toEqual(Array(10).fill('fresh'));
    await openEditor(page, 'split');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' //');
    // In the order of the lesson; what is built stands on no data.
    const others = ['stale', 'stale', 'fresh', 'stale', 'stale', 'stale', 'stale', 'stale'];
    await expect.poll(states).toEqual(['fresh', 'fresh', ...others]);
    await expect(stateOf(cell(page, 'evaluate'))).toContainText(
      '“Split, fill the gaps, standardise”',
    );
  });
});

test.describe('in the editor', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('a name says on hover where it comes from and what it holds', async ({ page }) => {
    await startReading(page);
    await replaceCodes(page, {
      load: 'const grid = tf.tensor2d([[1, 2, 3], [4, 5, 6.5]]);',
      missing: 'const total = grid.sum();\ntotal',
    });
    const hover = page.locator('.monaco-hover:visible');
    const pointAt = async (word: string) => {
      const place = await placeOfWord(cell(page, 'missing').locator('.view-lines'), word);
      await page.mouse.move(0, 0);
      await expect(hover).toHaveCount(0);
      await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
      await expect(hover).toBeVisible({ timeout: 20_000 });
    };
    await openEditor(page, 'missing');
    await pointAt('grid');
    await expect(hover).toContainText('declared in “Load the data”', { timeout: 20_000 });
    await expect(hover).toContainText('no value yet: that cell has not run');
    await page.keyboard.press('Shift+Enter');
    await waitForState(cell(page, 'missing'), 'done', 20_000);
    await pointAt('grid');
    await expect(hover).toContainText('Tensor float32, 2 × 3, 24 B', { timeout: 20_000 });
    await expect(hover).toContainText('[1, 2, 3, 4, 5, 6.5]');
  });

  test('what Tab does is changed by its key, and announced', async ({ page }) => {
    await startReading(page);
    const load = cell(page, 'load');
    await openEditor(page, 'load');
    await expect(load).toContainText('Tab indents; Ctrl+M changes that.');
    const heard = load.locator('[data-editor] [aria-live="polite"]');
    await page.keyboard.press('Control+M');
    await expect(heard).toHaveText('Tab now moves out of the editor.');
    await page.keyboard.press('Control+M');
    await expect(heard).toHaveText('Tab now indents.');
    await page.keyboard.press('Control+M');
    await page.keyboard.press('Tab');
    await expect(button(load, 'Run')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Control+M');
  });
});
