import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ContentFiles } from './content-files';
import { readLesson, readLessons } from './lesson-store';
import { sampleLesson } from './sample';

function filesOf(documents: Record<string, string | null>): ContentFiles {
  return {
    folders: async () => Object.keys(documents),
    list: async () => [],
    read: async (file) => documents[file.replace('/lesson.mdx', '')] ?? null,
  };
}

/** Each component as a tag that shows what it was given. */
const shown = (name: string) => (props: object) =>
  createElement('x-part', { name, ...props } as Record<string, unknown>);
const NAMES = ['Cell', 'CellCode', 'CodeBlock', 'Formula', 'DisplayFormula', 'Picture'];

async function render(body: string): Promise<string> {
  const lesson = await readLesson(filesOf({ '01-a': sampleLesson(body) }), 'a');
  const components = Object.fromEntries(NAMES.map((name) => [name, shown(name)]));
  return renderToStaticMarkup(createElement(lesson.Content, { components }));
}

describe('the lessons on disk', () => {
  it('are listed in order; a folder without a document is left out', async () => {
    const files = filesOf({ '03-c': sampleLesson('x'), '01-a': sampleLesson('x'), '02-b': null });
    expect((await readLessons(files)).map(({ slug, number }) => [slug, number])).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
  });

  it('fail when one is invalid, or has none of the name', async () => {
    const files = filesOf({ '01-a': sampleLesson('x', { seed: 'abc' }) });
    await expect(readLessons(files)).rejects.toThrow(
      'content/01-a/lesson.mdx:6, front matter, "seed": must be a whole number.',
    );
    await expect(readLesson(filesOf({}), 'b')).rejects.toThrow('there is no lesson "b"');
  });
});

describe('a compiled lesson', () => {
  it('has cells, code and formulas as finished markup', async () => {
    const html = await render(
      '```ts cell="one" title="First"\nconst a = "<b>";\n\na;\n```\n\n```python\nx = 1\n```\n\nSo $x^2$.\n\n$$\ny\n$$\n',
    );
    expect(html).toContain('name="Cell" id="one" title="First"');
    expect(html).toMatch(/code-keyword[^ ]*const/);
    expect(html).toContain('name="CodeBlock"');
    expect(html).toContain('language="Python"');
    expect(html).toContain('name="Formula"');
    expect(html).toContain('name="DisplayFormula"');
    expect(html).not.toContain('<b>');
  });

  it('keeps the lines and the text of its code', async () => {
    const code = 'const a: number[] = [1];\n\n  // a & b < c\nconst s = `x ${a} "y"`;';
    let html = '';
    const lesson = await readLesson(
      filesOf({ '01-a': sampleLesson(`\`\`\`ts cell="a" title="T"\n${code}\n\`\`\`\n`) }),
      'a',
    );
    const components = {
      Cell: ({ children }: { children?: unknown }) => children as never,
      CellCode: (props: { html: string }) => ((html = props.html), null),
    };
    renderToStaticMarkup(createElement(lesson.Content, { components }));
    const text = html
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
    expect(text).toBe(code);
    expect(html.match(/class="line"/g)).toHaveLength(4);
    expect(html).toContain('<span class="code-comment">// a &amp; b &lt; c</span>');
  });

  it('has anchors, notes, tables and pictures', async () => {
    const html = await render(
      '## A part\n\nText.[^n]\n\n| a |\n| - |\n| 1 |\n\n![A cat](/cat.png "Tom")\n\n[^n]: Said so.\n',
    );
    expect(html).toContain('<h2 id="a-part">A part</h2>');
    expect(html).toContain('href="#note-fn-n"');
    expect(html).toContain('Notes and references');
    expect(html).toContain('<table>');
    expect(html).toContain('name="Picture" src="/cat.png" alt="A cat" caption="Tom"');
  });
});
