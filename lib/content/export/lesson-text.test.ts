import { describe, expect, it } from 'vitest';
import { toHtml, toNotebook, type ExportedLesson } from '@/lib/export';
import { LESSON_COMPONENTS } from '../components';
import { parseLesson } from '../parse-lesson';
import { sampleLesson } from '../sample';
import { htmlComponents } from './html-components';
import { lessonText } from './lesson-text';

const textOf = (body: string) =>
  lessonText(parseLesson(sampleLesson(body), 'content/01-a/lesson.mdx'));
const prose = async (body: string) => {
  const [block] = (await textOf(body)).blocks;
  if (block?.kind !== 'prose') throw new Error('There is no prose.');
  return block;
};
const html = async (body: string) => (await prose(body)).html;
const markdown = async (body: string) => (await prose(body)).markdown;
const cell = (id: string, code = '1;') => `\`\`\`ts cell="${id}" title="T"\n${code}\n\`\`\``;

describe('the text of a lesson', () => {
  it('stands around its cells, in their order', async () => {
    const { blocks } = await textOf(['One.', cell('a'), cell('b', 'x < 1;'), 'Two.'].join('\n\n'));
    expect(blocks.map((block) => (block.kind === 'cell' ? block.id : block.markdown))).toEqual([
      ...['One.', 'a', 'b', 'Two.'],
    ]);
    expect(blocks.map((block) => (block.kind === 'cell' ? '' : block.html))).toEqual([
      ...['<p>One.</p>', '', '', '<p>Two.</p>'],
    ]);
    expect(blocks[2]).toMatchObject({ highlighted: expect.stringContaining('x &lt; ') });
  });

  it('has an element for each component that an author may write', () => {
    const missing = Object.keys(LESSON_COMPONENTS).filter(
      (name) => !(name in htmlComponents(new Map())),
    );
    expect(missing).toEqual([]);
  });
});

it('says where an exercise is', async () => {
  const parsed = parseLesson(sampleLesson('<Exercise id="a-b" />\n'), 'content/01-a/lesson.mdx');
  const { blocks } = await lessonText(parsed, new Map([['a-b', 'A < B']]));
  expect(blocks).toEqual([
    {
      kind: 'prose',
      markdown: '*Here the lesson’s page has an exercise: A < B.*',
      html: '<p class="aside">Here the lesson’s page has an exercise: A &lt; B.</p>',
    },
  ]);
});

describe('as HTML', () => {
  it('has headings with their anchors, emphasis, links, lists and curled quotes', async () => {
    const body = '## A "part"\n\nIt is *so* [here](/learn/b).\n\n- one\n- two';
    expect(await html(body)).toBe(
      '<h2 id="a-part">A “part”</h2>\n<p>It is <em>so</em> <a href="/learn/b">here</a>.</p>\n' +
        '<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
    );
  });

  it('escapes what is text', async () => {
    expect(await html('1 \\< 2 & `a<b>"`')).toBe(
      '<p>1 &lt; 2 &amp; <code>a&lt;b&gt;&quot;</code></p>',
    );
  });

  it('has formulas as MathML, which needs neither style nor font', async () => {
    const made = await html('So $x^2$.\n\n$$\ny\n$$');
    expect(made).toMatch(/<p>So <math .*<msup>.*<\/math>\.<\/p>/s);
    expect(made).toMatch(/<div class="katex-display"><math .*display="block"/);
    expect(made).not.toContain('katex-html');
  });

  it('has notes at its end, linked both ways', async () => {
    const made = await html('So.[^a]\n\n[^a]: Who said it.');
    expect(made).toContain('href="#note-fn-a"');
    expect(made).toMatch(/<li id="note-fn-a">\s*<p>Who said it\./);
  });

  it('has what components hold', async () => {
    const body = [
      '<Aside>\n  A **note**.\n</Aside>',
      '<Predict question="How &quot;many&quot;?">\n  Two.\n</Predict>',
      '<SideBySide left="A" right="B">\n```ts\na;\n```\n\n```python\nb\n```\n</SideBySide>',
      'Press <Key>Shift</Key>.',
    ].join('\n\n');
    const made = await html(body);
    expect(made).toContain('<aside aria-label="Note"><p>A <strong>note</strong>.</p></aside>');
    expect(made).toContain('<summary><b>Predict</b> How &quot;many&quot;?</summary><p>Two.</p>');
    expect(made).toMatch(/<p class="label">A<\/p><pre.*a;.*<p class="label">B<\/p><pre/s);
    expect(made).toContain('<kbd>Shift</kbd>');
  });
});

describe('as Markdown', () => {
  it('is what the author wrote', async () => {
    const body =
      '## A "part"\n\nIt is *so* [here](/learn/b), $x^2$:\n\n$$\ny = \\frac{1}{2}\n$$\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n- one\n  - two';
    expect(await markdown(body)).toBe(body);
  });

  it('has components as what Markdown has', async () => {
    const aside = '<Aside>\n  A **note**,\n  on two lines.\n\n  And $x$.\n</Aside>';
    expect(await markdown(aside)).toBe('> A **note**,\n> on two lines.\n>\n> And $x$.');
    expect(await markdown('<Predict question="How many?">\n  Two.\n</Predict>')).toBe(
      '**Predict:** How many?\n\n> Two.',
    );
    const pair =
      '<SideBySide left="A" right="B">\n  ```ts\n  if (a) {\n    b;\n  }\n  ```\n\n  ```python\n  c\n  ```\n</SideBySide>';
    expect(await markdown(pair)).toBe(
      '**A**\n\n```ts\nif (a) {\n  b;\n}\n```\n\n**B**\n\n```python\nc\n```',
    );
    expect(await markdown('Press <Key>Shift</Key> and *<Key>A</Key>*.')).toBe(
      'Press `Shift` and *`A`*.',
    );
    expect(await markdown('<Wide>\nText.\n</Wide>')).toBe('Text.');
    expect(await markdown('<ForwardPass />')).toMatch(/^\*.*drawing.*\*$/);
  });

  it('numbers notes in the order of their references', async () => {
    const body = 'One.[^b] Two.[^a] One again.[^b]\n\n[^a]: About A.\n\n[^b]: About *B*.';
    expect(await markdown(body)).toBe(
      'One.¹ Two.² One again.¹\n\n## Notes and references\n\n1. About *B*.\n2. About A.',
    );
  });

  it('puts the notes after the last cell', async () => {
    const { blocks } = await textOf(`One.[^a]\n\n[^a]: A.\n\n${cell('a')}`);
    expect(blocks.map(({ kind }) => kind)).toEqual(['prose', 'cell', 'prose']);
    expect(blocks.at(-1)).toMatchObject({ markdown: '## Notes and references\n\n1. A.' });
  });
});

it('goes into files that are what they should be', async () => {
  const { blocks } = await textOf(`## Part\n\nText.\n\n${cell('a', 'const b = 1;')}`);
  const highlighted = new Map<string, string>();
  const exported = blocks.map((block) => {
    if (block.kind === 'prose') return block;
    highlighted.set(block.id, block.highlighted);
    const code = 'const b = 1;';
    return { kind: 'cell' as const, id: block.id, title: 'T', code, original: code, outputs: [] };
  });
  const lesson: ExportedLesson = {
    ...{ title: 'A', slug: 'a', seed: 1, url: 'https://example.org/learn/a', date: '2026-11-23' },
    blocks: exported,
  };
  expect(toHtml(lesson, { highlighted })).toContain('<span class="code-keyword">const</span>');
  expect(toHtml(lesson)).toContain('<h2 id="part">Part</h2>');
  expect(JSON.parse(toNotebook(lesson)).cells[1].source).toEqual(['## Part\n', '\n', 'Text.']);
});
