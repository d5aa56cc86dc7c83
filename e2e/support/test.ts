import { type ConsoleMessage, type Page, test as base, expect } from '@playwright/test';

export { expect };

/** What the browser complains about, in any frame or worker of the page. */
function listen(page: Page, noise: string[]): void {
  page.on('console', (message) => {
    if (isComplaint(message)) noise.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => noise.push(`uncaught: ${error.stack ?? String(error)}`));
}

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}

type Fixtures = { noise: string[]; quiet: void };

/** A test of the site that fails when the page writes an error or a warning to the console. */
export const test = base.extend<Fixtures>({
  /** The complaints so far. A test that provokes one on purpose takes it out after looking at it. */
  noise: async ({ page }, use) => {
    const noise: string[] = [];
    listen(page, noise);
    await use(noise);
  },
  quiet: [
    async ({ noise }, use) => {
      await use();
      expect(noise, 'the page wrote to the console').toEqual([]);
    },
    { auto: true },
  ],
});
