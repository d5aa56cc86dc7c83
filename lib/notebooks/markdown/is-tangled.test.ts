import { describe, expect, it } from 'vitest';
import { isTangled } from './is-tangled';
import { markdownHtml } from './markdown-html';

/** Each of these keeps the parser busy for seconds to hours, or has it run out of stack. */
const HOSTILE: Record<string, string> = {
  quotes: '>'.repeat(20_000),
  'quotes further down': `a\n\n${'> '.repeat(5_000)}`,
  lists: '- '.repeat(20_000),
  'numbered lists': '1. '.repeat(5_000),
  'lists and quotes by turns': '> - * '.repeat(5_000),
  'lists by indentation': Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at)}- a`).join(
    '\n\n',
  ),
  notes: '[^a]: '.repeat(10_000),
  'open brackets': '['.repeat(50_000),
  'brackets in one another': `${'[a'.repeat(20_000)}${']'.repeat(20_000)}`,
  emphasis: `${'*'.repeat(9_000)}a${'*'.repeat(9_000)}`,
  'emphasis of two kinds': `${'*a _'.repeat(4_000)}b${'_ c*'.repeat(4_000)}`,
  'struck words': `${'~a '.repeat(6_000)}b${' a~'.repeat(6_000)}`,
  'lines without end': 'a\n'.repeat(60_000),
  'rows without end': `|a|\n|-|\n${'|\n'.repeat(60_000)}`,
};

describe('a text that would stop the page', () => {
  it.each(Object.keys(HOSTILE))('is told by its %s, and shown as it was written', (name) => {
    const text = HOSTILE[name]!;
    expect(isTangled(text)).toBe(true);
    const html = markdownHtml(text, 't');
    expect(html).toMatch(/^<p>This text is too tangled/);
    expect(html.length).toBeLessThan(6 * text.length + 1_000);
  });

  it.each([
    ['a long text', 'Some *words*, `code` and [a link](/learn/x).\n\n'.repeat(2_000)],
    ['a long list', '- [ ] **one** of them\n'.repeat(400)],
    ['a long table', `| a | b |\n| - | - |\n${'| 0.123 | 0.456 |\n'.repeat(1_000)}`],
    ['code', `\`\`\`\n${'const some_name = other_names[index];\n\n'.repeat(1_000)}\`\`\``],
    ['many links', '[a](/b) '.repeat(1_000)],
    ['a nest that people write', `${'> '.repeat(8)}said\n\n- a\n  - b\n    - c\n      - d`],
    ['other ends of lines', 'A line of words.\r\n\r\n'.repeat(2_000)],
  ])('is not %s', (_, text) => {
    expect(isTangled(text)).toBe(false);
  });
});
