import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { dialog } from './support/kept';
import { cell, codeOf, outputOf, runCell } from './support/lesson';
import { notebookFaults } from './support/notebook-file';
import { button, leaveEditor, runCode, startReading, writeCode } from './support/reader';
import { expect, test } from './support/test';
import { saveAs, savedNotebook, saveMenu, textOf } from './support/transfer';

const MATRIX = `show.text('Four numbers follow.');
show.matrix([[1, -2], [3, 4]], { title: 'Four numbers' });
6 * 7`;

async function openFile(page: Page, name: string, content: object): Promise<Locator> {
  const menu = await saveMenu(page);
  const choosing = page.waitForEvent('filechooser');
  await menu.getByRole('button', { name: /^Open a notebook file/ }).click();
  const buffer = Buffer.from(JSON.stringify(content));
  await (await choosing).setFiles({ name, mimeType: 'application/x-ipynb+json', buffer });
  return dialog(page);
}

test.describe('a lesson is saved', () => {
  test.beforeEach(async ({ page }) => {
    await startReading(page);
    await runCode(page, 'load', MATRIX);
    await expect(outputOf(cell(page, 'load')).locator('figure')).toBeVisible();
  });

  test('as one page that opens without a network or scripts', async ({ page, browser }, info) => {
    const file = await saveAs(page, /^One page that opens offline/);
    expect(file.suggestedFilename()).toBe('neural-networks.html');
    const path = info.outputPath('lesson.html');
    await file.saveAs(path);

    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const saved = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    saved.on('request', (request) => requests.push(request.url()));
    saved.on('console', (message) => complaints.push(message.text()));
    await saved.goto(pathToFileURL(path).href);

    await expect(saved.getByRole('heading', { level: 1 })).toHaveText('Neural networks');
    await expect(saved.getByRole('heading', { name: 'The data', exact: true })).toBeVisible();
    const load = saved.getByRole('region', { name: 'Load the data' });
    await expect(load.locator('pre').first()).toHaveText(MATRIX);
    await expect(load).toContainText('changed from the lesson');
    await expect(load).toContainText('Four numbers follow.');
    await expect(load).toContainText('42');
    const picture = load.getByRole('img');
    await expect(picture).toHaveAttribute('alt', /\d/);
    expect(await widthOf(picture)).toBeGreaterThan(300);
    // A formula is set by the browser itself.
    expect((await saved.locator('math').first().boundingBox())?.width).toBeGreaterThan(0);
    expect(requests.filter((address) => !/^(file|data):/.test(address))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('as a notebook that Jupyter’s format allows', async ({ page }) => {
    const notebook = await savedNotebook(page);
    expect(notebookFaults(notebook)).toEqual([]);
    const load = notebook.cells.find(({ id }) => id === 'load');
    expect(load?.source.join('')).toBe(MATRIX);
    const outputs = JSON.stringify(load?.outputs);
    expect(outputs).toContain('Four numbers follow.');
    expect(outputs).toMatch(/"image\/png":"iVBORw0K/);
    expect(outputs).toContain('"text/plain":["42"]');
    const prose = notebook.cells.map(({ source }) => source.join('')).join('\n');
    expect(prose).toContain('## The data');
    expect(prose).toContain('$$\nz_{j}');
    expect(prose).not.toMatch(/<Aside|<Predict|\[\^/);
  });

  test('as TypeScript, also without a network', async ({ page, context }) => {
    await saveMenu(page);
    await context.setOffline(true);
    const file = await saveAs(page, /^TypeScript/);
    await context.setOffline(false);
    expect(file.suggestedFilename()).toBe('neural-networks.ts');
    const text = await textOf(file);
    expect(text).toContain(MATRIX);
    expect(text).toMatch(/^\/\/ Neural networks\n/);
  });
});

/** Of a picture, in its own pixels; 0 when it could not be read. */
function widthOf(picture: Locator): Promise<number> {
  return picture.evaluate((element) => (element as HTMLImageElement).naturalWidth);
}

test('outputs that do not follow from the code are saved with that word', async ({ page }) => {
  await startReading(page);
  await runCode(page, 'load', '1 + 1');
  await writeCode(page, 'load', '2 + 2');
  await leaveEditor(page, 'load');
  const load = (await savedNotebook(page)).cells.find(({ id }) => id === 'load');
  expect(JSON.stringify(load?.outputs)).toContain('Out of date when this was saved');
});

test.describe('a notebook file is opened', () => {
  test('into its lesson, cell by cell, when the reader says so', async ({ page }) => {
    await startReading(page);
    await writeCode(page, 'load', '1 + 1');
    await leaveEditor(page, 'load');
    await writeCode(page, 'missing', '2 + 2');
    await leaveEditor(page, 'missing');
    const notebook = await savedNotebook(page);
    await button(cell(page, 'load'), 'Reset').click();
    await button(cell(page, 'missing'), 'Reset').click();
    const original = await codeOf(cell(page, 'missing'));

    const summary = await openFile(page, 'mine.ipynb', notebook);
    await expect(summary).toContainText('2 cells have other code in the file');
    await summary.getByRole('checkbox', { name: /Count what was never measured/ }).uncheck();
    await button(summary, 'Replace the code of 1 cell').click();
    await expect(summary).toBeHidden();
    expect(await codeOf(cell(page, 'load'))).toBe('1 + 1');
    expect(await codeOf(cell(page, 'missing'))).toBe(original);
    await runCell(cell(page, 'load'));
    await expect(outputOf(cell(page, 'load'))).toHaveText('2');
  });

  test('without a change where the code is the same', async ({ page }) => {
    await startReading(page);
    const summary = await openFile(page, 'same.ipynb', await savedNotebook(page));
    await expect(summary).toContainText('what is on the page already');
    await button(summary, 'Done').click();
    await expect(summary).toBeHidden();
  });

  test('elsewhere when it is not of this lesson, or not a notebook', async ({ page }) => {
    await startReading(page);
    const python = {
      ...{ nbformat: 4, nbformat_minor: 5 },
      metadata: { kernelspec: { name: 'python3', display_name: 'Python', language: 'python' } },
      cells: [
        {
          cell_type: 'code',
          id: 'a',
          metadata: {},
          source: 'x = 1',
          outputs: [],
          execution_count: null,
        },
      ],
    };
    const foreign = await openFile(page, 'foreign.ipynb', python);
    await expect(foreign).toContainText('was not saved by Layerwise');
    await expect(foreign).toContainText('1 cell is Python; Layerwise runs TypeScript.');
    await expect(button(foreign, 'Open as a notebook of my own')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(foreign).toBeHidden();
    await expect(page.locator('summary').filter({ hasText: 'Share and save' })).toBeFocused();

    const other = await savedNotebook(page);
    const metadata = { ...(other as never as { metadata: { layerwise: object } }).metadata };
    metadata.layerwise = { ...metadata.layerwise, lesson: 'training', title: 'Training' };
    const summary = await openFile(page, 'other.ipynb', { ...other, metadata });
    await expect(summary).toContainText('holds the lesson “Training”');
    await expect(summary.getByRole('link', { name: 'Go to that lesson' })).toHaveAttribute(
      'href',
      '/learn/training',
    );
    await button(summary, 'Close').click();

    await openFile(page, 'broken.ipynb', { cells: 'none' });
    const menu = await saveMenu(page);
    await expect(menu.getByRole('status')).toContainText('is not a notebook');
  });
});
