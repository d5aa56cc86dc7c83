import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** All that a theme can change. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong in the page or a part of it, in words short enough to read in a failure: by all rules in the light
 * theme, and by those of colours in the dark one.
 */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Without it a second page is opened for each result; what it would add are frames of other sites, and we have none.
    const axe = new AxeBuilder({ page }).include(part).setLegacyMode();
    const isFirst = colorScheme === 'light';
    const result = await (isFirst ? axe : axe.withRules(OF_COLOURS)).analyze();
    const judged = 'rules that found something to judge';
    expect(result.passes.length, judged).toBeGreaterThan(isFirst ? 5 : 0);
    for (const { id, nodes } of result.violations) {
      found.push(...nodes.map((node) => `${colorScheme} ${id}: ${node.html.slice(0, 160)}`));
    }
  }
  return found;
}
