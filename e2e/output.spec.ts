import { cell } from './support/lesson';
import { runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

test.beforeEach(async ({ page }) => {
  await startReading(page);
});

test('console lines say their level, and repeated ones are folded', async ({ page }) => {
  const output = await runCode(
    page,
    'load',
    `console.log('plain', 7);
console.debug('fine');
console.info('told');
console.warn('careful');
console.error('bad');
for (let i = 0; i < 5; i++) console.log('again');
console.log('other');`,
  );
  const lines = output.getByRole('listitem');
  await expect(lines).toHaveText([
    /^plain\s*7$/,
    /^debug\s*fine$/,
    /^info\s*told$/,
    /^warning\s*careful$/,
    /^error\s*bad$/,
    /^again\s*5× times$/,
    /^other$/,
  ]);
  await expect(output.locator('[data-level="warn"]')).toHaveText(/careful/);
});

test('a value opens by click and by keyboard', async ({ page }) => {
  const output = await runCode(
    page,
    'load',
    `console.log('run', { epochs: 3, layers: [{ units: 64, name: 'first' }] });`,
  );
  const outer = output.getByRole('button', { expanded: false }).first();
  await expect(outer).toContainText('epochs: 3');
  await outer.click();
  await expect(output.getByRole('listitem').filter({ hasText: /^epochs: 3$/ })).toBeVisible();

  const layers = output.getByRole('button', { name: /^layers: / });
  await layers.focus();
  await page.keyboard.press('Enter');
  await expect(layers).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  const first = output.getByRole('button', { name: /^0: / });
  await expect(first).toBeFocused();
  await page.keyboard.press('Space');
  await expect(output.getByText('units: 64', { exact: true })).toBeVisible();
  await expect(output.getByText("name: 'first'", { exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(output.getByText('units: 64', { exact: true })).toHaveCount(0);
});

test('a tensor shows its shape, dtype, values and range', async ({ page }) => {
  const output = await runCode(page, 'load', 'tf.tensor2d([[1, 2, 3], [4, 5, 6.5]])');
  await expect(output).toContainText('Tensor float32 [2, 3]');
  const rows = output.getByRole('row');
  await expect(rows.nth(1).getByRole('cell')).toHaveText(['1.0', '2.0', '3.0']);
  await expect(rows.nth(2).getByRole('cell')).toHaveText(['4.0', '5.0', '6.5']);
  await expect(output).toContainText('min 1');
  await expect(output).toContainText('max 6.5');
  await expect(output).toContainText('mean 3.583');
});

test('tensors of other kinds: whole numbers, a scalar, NaN, one that is disposed', async ({
  page,
}) => {
  const output = await runCode(
    page,
    'load',
    `display(tf.tensor1d([1, 0, 1], 'int32'));
display(tf.scalar(0.5));
display(tf.tensor1d([1, NaN, Infinity]));
const gone = tf.zeros([4]);
gone.dispose();
display(gone);`,
  );
  await expect(output).toContainText('Tensor int32 [3]');
  await expect(output).toContainText('Tensor float32 [] 0.5');
  await expect(output).toContainText('2 of 3 values are NaN or infinite.');
  await expect(output).toContainText('Tensor float32 [4], disposed');
});

test('a table has its caption, its heads and its rows, and says what is left out', async ({
  page,
}) => {
  const output = await runCode(
    page,
    'load',
    `show.table([{ name: 'network', accuracy: 0.76 }, { name: 'none yet', accuracy: null }], { caption: 'Results' });
show.table({ step: Array.from({ length: 250 }, (_, i) => i) });`,
  );
  const results = output.getByRole('table', { name: 'Results' });
  await expect(results.getByRole('columnheader')).toHaveText(['name', 'accuracy']);
  await expect(results.getByRole('row').nth(1).getByRole('cell')).toHaveText(['network', '0.76']);
  await expect(results.getByRole('row').nth(2).getByRole('cell')).toHaveText(['none yet', 'none']);
  const steps = output.getByRole('table').nth(1).getByRole('row');
  await expect(steps).toHaveCount(51);
  await expect(output).toContainText('50 of 250 rows shown');
  for (const shown of [101, 151, 201]) {
    await output.getByRole('button', { name: 'Show 50 more rows' }).click();
    await expect(steps).toHaveCount(shown);
  }
  await expect(output).toContainText('200 of 250 rows shown');
});

test('text is text, whatever is in it', async ({ page }) => {
  const output = await runCode(
    page,
    'load',
    `show.text('<img src=x onerror="alert(1)"> stays text'); console.log('<b>bold</b>');`,
  );
  await expect(output).toContainText('<img src=x onerror="alert(1)"> stays text');
  await expect(output).toContainText('<b>bold</b>');
  await expect(output.locator('img, b')).toHaveCount(0);
});

test('what comes last is shown last, in the order of the code', async ({ page }) => {
  const output = await runCode(
    page,
    'load',
    `show.text('one'); display(tf.scalar(2)); console.log('three'); show.text('four'); 'five'`,
  );
  await expect(output).toHaveText(/one.*\[\] 2.*three.*four.*'five'/s);
});

test('output beyond the cap is left out, and the cell says so', async ({ page }) => {
  const output = await runCode(page, 'load', 'for (let i = 0; i < 3000; i++) console.log(i);');
  await expect(output).toContainText('This cell showed more than the page keeps');
  await expect(output.getByRole('listitem')).toHaveCount(1000);
  await expect(output.getByRole('listitem').last()).toHaveText('999');
  const height = await cell(page, 'load').evaluate((section) => section.clientHeight);
  expect(height, 'a long log scrolls inside itself').toBeLessThan(1200);
});

test('a run replaces what the one before it showed', async ({ page }) => {
  await runCode(page, 'load', 'show.text("the first run")');
  const output = await runCode(page, 'load', 'show.text("the second run")');
  await expect(output).toHaveText('the second run');
});
