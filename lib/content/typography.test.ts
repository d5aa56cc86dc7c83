import { describe, expect, it } from 'vitest';
import type { MarkdownNode } from './markdown-node';
import { curlQuotes, setQuotes } from './typography';

const text = (value: string): MarkdownNode => ({ type: 'text', value });

describe('quotes', () => {
  it.each([
    ['"yes", she said', '\u201cyes\u201d, she said'],
    ["it's the dogs' ('big') '90s", 'it\u2019s the dogs\u2019 (\u2018big\u2019) \u201990s'],
    ['a "\'b\'"', 'a \u201c\u2018b\u2019\u201d'],
    ['no quotes', 'no quotes'],
  ])('curl: %s', (straight, curled) => {
    expect(curlQuotes(straight, '')).toBe(curled);
  });

  it('close after what stands before them in the same block, and leave code alone', () => {
    const paragraph: MarkdownNode = {
      type: 'paragraph',
      children: [
        text('"'),
        { type: 'emphasis', children: [text('so')] },
        text('" and '),
        { type: 'inlineCode', value: "'x'" },
        text("'s"),
      ],
    };
    setQuotes({ type: 'root', children: [paragraph] });
    const [open, , close, code, end] = paragraph.children!;
    expect([open!.value, close!.value]).toEqual(['\u201c', '\u201d and ']);
    expect([code!.value, end!.value]).toEqual(["'x'", '\u2019s']);
  });
});
