import { describe, expect, it } from 'vitest';
import { compile } from '../../compile';
import { moduleUrl, runModule } from '../../compile/testing/run-module';
import { readerError } from '../reader-error';

/** The real error of the engine, from a cell that ran. */
async function hintOf(source: string) {
  const { module, locate } = compile(source, []);
  const url = moduleUrl(module);
  try {
    await runModule(url);
  } catch (error) {
    return readerError(error, url, locate).hint;
  }
  throw new Error('The cell did not fail.');
}

describe('recursion that never ends', () => {
  it('is told with its function and line', async () => {
    const source = '\nconst depth = (n: number): number =>\n  depth(n + 1) + 1;\ndepth(0)';
    expect(await hintOf(source)).toMatch(/^`depth` calls itself, .* on line 3, and never/);
  });

  it('is told when two functions call each other, and in a method', async () => {
    const two =
      'function even(n: number): boolean { return !odd(n - 1); }\nfunction odd(n: number): boolean { return !even(n - 1); }\neven(1)';
    expect(await hintOf(two)).toMatch(
      /^`(even on line 1|odd|even)` calls itself, directly or through others/,
    );
    const method =
      'class Node { count(): number { return this.count() + 1; } }\nnew Node().count()';
    expect(await hintOf(method)).toMatch(/^`Node\.count` calls itself, .* on line 1/);
  });

  it('is not blamed on a call with too many arguments', async () => {
    const spread = 'const values = new Array(10_000_000).fill(1);\nMath.max(...values)';
    expect(await hintOf(spread)).toMatch(/too many arguments, as by `Math\.max\(\.\.\.values\)`/);
  });
});
