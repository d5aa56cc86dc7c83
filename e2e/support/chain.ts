import type { Page } from '@playwright/test';
import { replaceCodes } from './cells';
import { cell } from './lesson';
import { startReading } from './reader';

/** Three cells that hang together, one in between that stands alone, one after them. */
export const CHAIN = {
  load: "const base = 2;\nshow.text('base ' + base);",
  missing: "show.text('alone');",
  split: "const twice = 2 * base;\nshow.text('twice ' + twice);",
  neuron: "const thrice = twice + base;\nshow.text('thrice ' + thrice);",
  build: "show.text('the last');",
};

/** Opens the lesson with them in its first cells; returns these. */
export async function openChain(page: Page) {
  await startReading(page);
  await replaceCodes(page, CHAIN);
  return {
    load: cell(page, 'load'),
    missing: cell(page, 'missing'),
    split: cell(page, 'split'),
    neuron: cell(page, 'neuron'),
    build: cell(page, 'build'),
  };
}
