import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, Download, Locator, Page } from '@playwright/test';
import { cell, codeOf, outputOf, runCell } from './support/lesson';
import { notebookFaults } from './support/notebook-file';
import { button, leaveEditor, runCode, startReading, writeCode } from './support/reader';
import { expect, test } from './support/test';

const MATRIX = `show.text('Four numbers follow.');
show.matrix([[1, -2], [3, 4]], { title: 'Four numbers' });
6 * 7`;
const SAVED = 'Your changes are saved in this browser.';

const banner = (page: Page) => page.getByRole('region', { name: 'Code from a link' });
const dialog = (page: Page) => page.getByRole('dialog');

async function openMenu(page: Page): Promise<Locator> {
  const menu = page.locator('details').filter({ hasText: 'Share and save' }).last();
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  await expect(menu.getByRole('button', { name: /^TypeScript/ })).toBeVisible();
  return menu;
}

async function saveAs(page: Page, name: RegExp): Promise<Download> {
  const menu = await openMenu(page);
  const waiting = page.waitForEvent('download');
  await menu.getByRole('button', { name }).click();
  const file = await waiting;
  await expect(menu.getByRole('status')).toHaveText(`Saved ${file.suggestedFilename()}.`);
  return file;
}

const textOf = async (file: Download) => readFile(await file.path(), 'utf8');

type Notebook = { cells: { id: string; source: string[]; outputs?: object[] }[] };

async function savedNotebook(page: Page): Promise<Notebook> {
  return JSON.parse(await textOf(await saveAs(page, /^Notebook for Jupyter/))) as Notebook;
}

async function openFile(page: Page, name: string, content: object): Promise<Locator> {
  const menu = await openMenu(page);
  const choosing = page.waitForEvent('filechooser');
  await menu.getByRole('button', { name: /^Open a notebook file/ }).click();
  const buffer = Buffer.from(JSON.stringify(content));
  await (await choosing).setFiles({ name, mimeType: 'application/x-ipynb+json', buffer });
  return dialog(page);
}

async function linkOf(page: Page): Promise<string> {
  await (await openMenu(page)).getByRole('button', { name: /^Share by link/ }).click();
  const field = dialog(page).getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/^http/);
  return field.inputValue();
}

/** Another reader, on another device. */
async function anotherReader(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await expect(button(page, 'Run all')).toBeEnabled();
  return page;
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
    await openMenu(page);
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
    const menu = await openMenu(page);
    await expect(menu.getByRole('status')).toContainText('is not a notebook');
  });
});

test.describe('a link', () => {
  test('shows another reader the code, and leaves theirs alone', async ({ page, browser }) => {
    await startReading(page);
    await writeCode(page, 'missing', '"from the link"');
    await leaveEditor(page, 'missing');
    const link = await linkOf(page);
    expect(new URL(link).hash).toMatch(/^#code=v1\./);
    await expect(dialog(page)).toContainText('the one cell that you changed');

    const other = await anotherReader(browser, '/learn/neural-networks');
    const requests: string[] = [];
    other.on('request', (request) => requests.push(request.url()));
    await writeCode(other, 'load', '"my own"');
    await leaveEditor(other, 'load');
    await expect(other.getByText(SAVED)).toBeVisible();
    // The page stays: only the fragment of its address changes.
    await other.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);

    await expect(banner(other)).toContainText('1 cell differs from the lesson’s');
    expect(await codeOf(cell(other, 'missing'))).toBe('"from the link"');
    expect(await codeOf(cell(other, 'load'))).toContain('data.pima()');
    // Nothing has run.
    await expect(cell(other, 'missing')).toHaveAttribute('data-state', 'idle');
    await runCell(cell(other, 'missing'));
    await expect(outputOf(cell(other, 'missing'))).toContainText('from the link');

    await button(cell(other, 'missing'), 'Compare').click();
    await expect(dialog(other)).toContainText('"from the link"');
    await expect(dialog(other)).toContainText('pima');
    await other.keyboard.press('Escape');
    await expect(dialog(other)).toBeHidden();
    await expect(cell(other, 'load').getByText('differs from the lesson')).toHaveCount(0);

    await button(banner(other), 'Back to my own').click();
    await expect(banner(other)).toBeHidden();
    expect(new URL(other.url()).hash).toBe('');
    await expect.poll(() => codeOf(cell(other, 'load'))).toBe('"my own"');
    expect(await codeOf(cell(other, 'missing'))).not.toContain('from the link');
    await other.reload();
    await expect.poll(() => codeOf(cell(other, 'load'))).toBe('"my own"');
    const code = new URL(link).hash.slice('#code=v1.'.length);
    expect(requests.filter((address) => address.includes(code))).toEqual([]);
    await other.context().close();
  });

  test('can be kept, and is there without it after a reload', async ({ page, browser }) => {
    await startReading(page);
    await writeCode(page, 'missing', '"from the link"');
    await leaveEditor(page, 'missing');
    const other = await anotherReader(browser, await linkOf(page));
    await expect(banner(other)).toContainText('somebody’s code');
    await button(banner(other), 'Count what was never measured').click();
    await expect(cell(other, 'missing')).toBeInViewport();
    await button(banner(other), 'Keep as mine').click();
    await expect(banner(other)).toContainText('yours now');
    await expect(other.getByText(SAVED)).toBeVisible();
    expect(new URL(other.url()).hash).toBe('');
    await other.reload();
    await expect.poll(() => codeOf(cell(other, 'missing'))).toBe('"from the link"');
    await expect(banner(other)).toBeHidden();
    await other.context().close();
  });

  test('that was looked at and closed has written nothing', async ({ page, browser }) => {
    await startReading(page);
    await writeCode(page, 'missing', '"from the link"');
    await leaveEditor(page, 'missing');
    const other = await anotherReader(browser, await linkOf(page));
    await expect(banner(other)).toContainText('somebody’s code');
    await writeCode(other, 'load', '"tried on somebody’s page"');
    await leaveEditor(other, 'load');
    await runCell(cell(other, 'missing'));
    await other.goto('/learn/neural-networks');
    await expect(button(other, 'Run all')).toBeEnabled();
    await expect(other.getByText('edited', { exact: true })).toHaveCount(0);
    expect(await codeOf(cell(other, 'load'))).toContain('data.pima()');
    await other.context().close();
  });

  test('is copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await startReading(page);
    const link = await linkOf(page);
    expect(new URL(link).hash).toBe('');
    await expect(dialog(page)).toContainText('changed no code');
    await button(dialog(page), 'Copy the link').click();
    await expect(dialog(page).getByRole('status')).toHaveText('The link is copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  });

  test('that is too long is refused in words, with the file instead', async ({ page }) => {
    await startReading(page);
    let state = 1;
    const noise = () => (state = (state * 48_271) % 2_147_483_647).toString(36);
    const long = Array.from({ length: 8_000 }, noise).join('');
    await writeCode(page, 'missing', `"${long}"`);
    await leaveEditor(page, 'missing');
    await (await openMenu(page)).getByRole('button', { name: /^Share by link/ }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('Save a notebook file');
    const waiting = page.waitForEvent('download');
    await button(dialog(page), 'Save a notebook file').click();
    const text = await textOf(await waiting);
    expect(notebookFaults(JSON.parse(text) as Notebook)).toEqual([]);
    expect(text).toContain(long);
  });

  test('that is damaged says so above the lesson as it was', async ({ page }) => {
    await startReading(page);
    await writeCode(page, 'load', '"my own"');
    await leaveEditor(page, 'load');
    await expect(page.getByText(SAVED)).toBeVisible();
    await page.goto('/learn/neural-networks#code=v1.AAAA');
    await page.reload();
    await expect(banner(page)).toContainText('This link is damaged');
    await expect.poll(() => codeOf(cell(page, 'load'))).toBe('"my own"');
    await button(banner(page), 'Hide').click();
    await expect(banner(page)).toBeHidden();
  });
});
