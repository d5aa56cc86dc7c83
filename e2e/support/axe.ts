import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong in the page or a part of it, in both themes, in words short enough to read in a failure. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Else a second page is opened for each result, to add what is found in frames of other origins: ours shows nothing.
    const axe = new AxeBuilder({ page }).include(part).setLegacyMode();
    // The themes differ in colours alone.
    const isDark = colorScheme === 'dark';
    const result = await (isDark ? axe.withRules(['color-contrast']) : axe).analyze();
    const judged = result.passes.length + result.violations.length;
    expect(judged, 'rules that found something to judge').toBeGreaterThan(isDark ? 0 : 5);
    for (const { id, nodes } of result.violations) {
      found.push(...nodes.map((node) => `${colorScheme} ${id}: ${node.html.slice(0, 160)}`));
    }
  }
  return found;
}
