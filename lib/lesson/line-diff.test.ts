import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceWords, lineDiff, type DiffLine } from './line-diff';

const side = (lines: readonly DiffLine[], kind: DiffLine['kind']) =>
  lines
    .filter((each) => each.kind === 'same' || each.kind === kind)
    .map(({ text }) => text)
    .join('\n');

/** The length of the longest common subsequence, by its definition. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  const without = longestCommon(rest, b);
  return at < 0 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)));
}

describe('lineDiff', () => {
  it('tells what goes, what comes and what stays, in order', () => {
    expect(lineDiff('a\nb\nc', 'a\nB\nc\nd')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'B' },
      { kind: 'same', text: 'c' },
      { kind: 'added', text: 'd' },
    ]);
  });

  it('gives back both texts, and leaves as much the same as can be', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = lineDiff(a.join('\n'), b.join('\n'));
        expect(side(lines, 'removed')).toBe(a.join('\n'));
        expect(side(lines, 'added')).toBe(b.join('\n'));
        const same = lines.filter(({ kind }) => kind === 'same').length;
        // Splitting nothing gives one empty line.
        if (a.length > 0 && b.length > 0) expect(same).toBe(longestCommon(a, b));
      }),
    );
  });

  it('puts what goes before what comes between two lines that stay', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const kinds = lineDiff(a.join('\n'), b.join('\n')).map(({ kind }) => kind[0]);
        expect(kinds.join('')).not.toMatch(/ar/);
      }),
    );
  });

  it('takes a text of thousands of other lines as replaced', () => {
    const many = (word: string) => [...Array(3000).keys()].map((at) => word + at).join('\n');
    const lines = lineDiff(`x\n${many('a')}`, `x\n${many('b')}`);
    expect(lines).toHaveLength(6001);
  });
});

describe('differenceWords', () => {
  it.each([
    ['a\nb', 'a\nb', ''],
    ['a\nb', 'a\nc', '1 line differs'],
    ['a', 'a\nb\nc', '2 lines differ'],
    ['a\nb\nc', 'x\ny', '3 lines differ'],
  ])('%j and %j: %s', (before, after, words) => {
    expect(differenceWords(before, after)).toBe(words);
  });
});
