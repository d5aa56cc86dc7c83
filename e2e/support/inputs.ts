import type { BrowserContext, Locator, Page } from '@playwright/test';

/** A cell with one control of each kind. */
export const EVERY_KIND = `const rate = input.slider('Learning rate', { min: 0, max: 10, step: 1, value: 3 });
const activation = input.choice('Activation', ['relu', 'tanh', 'sigmoid']);
const shuffled = input.toggle('Shuffle');
const review = input.text('Your review', { value: 'fine' });
const digit = input.draw('A digit', { size: 8 });
const dots = input.points('Two classes', { labels: ['blue', 'orange'] });
const trees = input.file('Your table', { accept: 'csv' });
const picture = input.file('Your picture', { accept: 'image', side: 2 });`;

/** Another cell, which shows a line for each of them; the drawing as rows of # and dots. */
export const READS_EVERY_KIND = `show.text('rate ' + rate);
show.text('activation ' + activation);
show.text('shuffle ' + shuffled);
show.text('review ' + review);
const marks = Array.from(digit, (ink) => (ink > 0 ? '#' : '.')).join('');
show.text('ink ' + marks.match(/.{8}/g)!.join(' '));
const placeOf = ({ x, y, label }: { x: number; y: number; label: number }) =>
  x.toFixed(2) + ' ' + y.toFixed(2) + ' ' + label;
show.text('points ' + (dots.map(placeOf).join(', ') || 'none'));
show.text(
  trees === null
    ? 'no table'
    : trees.name + ' has ' + trees.length + ' rows of ' + trees.columns.join(', ') +
        '; heights ' + trees.column('Height').join(' '),
);
show.text(
  picture === null
    ? 'no picture'
    : picture.width + ' by ' + picture.height + ': ' + Array.from(picture.pixels).join(' '),
);`;

/** The slider of these tests, and the field with its number. */
export const slider = (of: Locator) => of.getByRole('slider', { name: 'Learning rate' });
export const numberOf = (of: Locator) =>
  of.getByRole('textbox', { name: 'Learning rate, as a number' });

/** Types a slider's number. */
export async function typeRate(of: Locator, number: string): Promise<void> {
  await numberOf(of).fill(number);
  await numberOf(of).press('Enter');
}

/** What each place that Tab stops at from here on is called, until it has stopped so often. */
export async function namesByTab(page: Page, count: number): Promise<string[]> {
  const names: string[] = [];
  for (let press = 0; press < count; press++) {
    await page.keyboard.press('Tab');
    names.push(await page.evaluate(nameOfFocused));
  }
  return names;
}

function nameOfFocused(): string {
  const element = document.activeElement;
  const by = element?.getAttribute('aria-labelledby');
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
  const words = by ? document.getElementById(by)?.textContent : element?.textContent;
  return element?.getAttribute('aria-label') ?? label ?? words ?? '';
}

/** A place within an element, as shares of its width and height from the upper left corner. */
export async function spotIn(of: Locator, across: number, down: number) {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return { x: box.x + across * box.width, y: box.y + down * box.height };
}

/** A picture of one row of pixels in these colours of CSS, as the bytes of a PNG. */
export async function pictureOf(page: Page, colours: readonly string[]): Promise<Buffer> {
  const address = await page.evaluate((wanted) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: wanted.length, height: 1 });
    const context = canvas.getContext('2d')!;
    wanted.forEach((colour, at) => {
      context.fillStyle = colour;
      context.fillRect(at, 0, 1, 1);
    });
    return canvas.toDataURL('image/png');
  }, colours);
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

/** A request as it left the browser. */
export type Sent = { method: string; url: string; headers: string; body: string };

/** Notes what the pages, frames and workers of a context send from now on. */
export function noteRequests(context: BrowserContext): readonly Sent[] {
  const sent: Sent[] = [];
  context.on('request', (request) => {
    const headers = JSON.stringify(request.headers());
    const body = request.postData() ?? '';
    sent.push({ method: request.method(), url: request.url(), headers, body });
  });
  return sent;
}
