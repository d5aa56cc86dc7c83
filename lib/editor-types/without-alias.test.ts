import { describe, expect, it } from 'vitest';
import { withoutAlias } from './without-alias';

/** Display parts as TypeScript makes them: one for each word, mark and space. */
const parts = (text: string) =>
  (text.match(/\w+|\s|[^\w\s]/g) ?? []).map((part) => ({ text: part, kind: 'text' }));
const shown = (text: string) =>
  withoutAlias(parts(text))
    .map((part) => part.text)
    .join('');

describe('withoutAlias', () => {
  it("shows another cell's name as its own declaration", () => {
    expect(shown('(alias) const n: number\nimport n')).toBe('const n: number');
  });

  it('leaves every other description as it is', () => {
    expect(shown('const n: number')).toBe('const n: number');
    expect(shown('(method) f(): void')).toBe('(method) f(): void');
  });
});
