import { describe, expect, it } from 'vitest';
import { formatFinding } from '../finding';
import { checkDocuments } from './index';
import type { Document } from './read-documents';

const SITE = {
  pages: new Set(['/', '/data']),
  hasFile: (address: string) => address === '/pictures/a.png',
};

function lesson(folder: string, body: string, front = ''): Document {
  const head = `---\ntitle: A\nsummary: B\nminutes: 1\nupdated: 2026-01-31\nseed: 1\n${front}---\n`;
  return { file: `content/${folder}/lesson.mdx`, folder, source: head + body };
}

function exercise(folder: string, id: string, task = 'What do you think?'): Document {
  const head = `---\nid: ${id}\ntitle: A\nkind: text\npoints: 1\ndifficulty: easy\nconcepts: [a]\n---\n`;
  const source = `${head}${task}\n\n<Answer>This.</Answer>\n`;
  return { file: `content/${folder}/exercises/${id}.mdx`, folder, source };
}

function findings(
  lessons: Document[],
  exercises: Document[] = [],
  titles: Record<string, string[]> = {},
): string[] {
  const recorded = () => new Map(Object.entries(titles));
  return checkDocuments({ lessons, exercises, strays: [] }, SITE, recorded).findings.map(
    formatFinding,
  );
}

describe('links', () => {
  const target = lesson('02-b', '## The end\n\n```ts cell="load" title="Load"\n1;\n```\n');

  it('may lead to lessons, headings, cells, pages, files and elsewhere', () => {
    const links = [
      '/learn/b',
      '/learn/b#the-end',
      '/learn/b#cell-load',
      '/data',
      '/',
      'https://a.org/b',
      '#here',
    ];
    const text = links.map((link) => `[a](${link})`).join(' ');
    expect(findings([lesson('01-a', `## Here\n\n${text} ![a](/pictures/a.png)`), target])).toEqual(
      [],
    );
  });

  it.each([
    ['/learn/c', 'there is no lesson "c". The lessons are a, b.'],
    [
      '/learn/b#start',
      'The link to #start leads nowhere: the lesson "b" has no such heading, cell or exercise. Its headings are the-end.',
    ],
    ['/datum', 'the site has no /datum.'],
    ['/pictures/b.png', 'the site has no /pictures/b.png.'],
    ['data', 'The link data leads nowhere. Write /learn/slug#heading'],
    ['https://a%zz', 'The address https://a%zz is not one.'],
    ['/learn/b#%zz', 'The link to #%zz leads nowhere'],
  ])('are refused when they lead to %s', (link, sentence) => {
    const found = findings([lesson('01-a', `Text.\n\n[a](${link})`), target]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('content/01-a/lesson.mdx:10: ');
    expect(found[0]).toContain(sentence);
  });

  it('are those of exercises too, also by reference', () => {
    const task = 'See [b][1].\n\n[1]: /learn/c';
    const placed = lesson('01-a', '<Exercise id="e" />');
    expect(findings([placed], [exercise('01-a', 'e', task)])).toEqual([
      'content/01-a/exercises/e.mdx:11: The link /learn/c leads nowhere: there is no lesson "c". The lessons are a.',
    ]);
  });
});

const firstSentence = (text: string) => /^.*?\.mdx\b.*?[a-z"]\.(?= |$)/.exec(text)?.[0];

describe('the course', () => {
  it('has each exercise once, in its lesson', () => {
    const lessons = [
      lesson('01-a', '<Exercise id="one" />\n\n<Exercise id="two" />'),
      lesson('02-b', '<Exercise id="one" />\n\n<Exercise id="three" />'),
    ];
    const exercises = [
      exercise('01-a', 'one'),
      exercise('01-a', 'two'),
      exercise('02-b', 'two'),
      exercise('03-c', 'four'),
    ];
    expect(findings(lessons, exercises).map(firstSentence)).toEqual([
      'content/02-b/exercises/two.mdx: front matter, "id": is two, as in content/01-a/exercises/two.mdx.',
      'content/02-b/exercises/two.mdx:1: no lesson places this exercise.',
      'content/02-b/lesson.mdx:8: exercise "one" belongs to another lesson: content/01-a/exercises/one.mdx.',
      'content/02-b/lesson.mdx:10: there is no exercise "three": content/02-b/exercises/three.mdx is missing.',
      'content/03-c/exercises/four.mdx:1: belongs to no lesson: there is no 03-c/lesson.mdx.',
    ]);
  });

  it('has nothing but exercises among them', () => {
    const documents = { lessons: [], exercises: [], strays: ['content/01-a/exercises/notes.txt'] };
    const found = checkDocuments(documents, SITE, () => new Map()).findings.map(formatFinding);
    expect(found[0]).toContain('content/01-a/exercises/notes.txt: only exercises stand here');
  });

  it('asks for no exercise to be placed by a lesson that cannot be read', () => {
    expect(findings([lesson('01-a', 'A {brace}.')], [exercise('01-a', 'one')])).toHaveLength(1);
  });

  it('has prerequisites that exist, and folders with proper names', () => {
    const [unknown] = findings([lesson('01-a', 'Text.', 'prerequisites: [nothing]\n')]);
    expect(unknown).toContain('front matter, "prerequisites": "nothing" is not another lesson');
    expect(findings([lesson('a', 'Text.')])[0]).toContain('a lesson lives in a folder named like');
  });
});

describe('prose', () => {
  it.each([
    ['It is \\frac\\{1}\\{2}.', '"\\frac" stands in the text as it is'],
    ['It is $ x $5 or x_\\{1}.', '"x_{" stands in the text as it is'],
    ['So it is said.[^1]', 'The note [^1] has no text'],
    [
      'One costs $5.',
      '"$5.": this $ has no other, so it begins no formula. Write \\$ for a dollar',
    ],
    ['One costs $5 and\nthe other $6.', '"$5 and the other $" is set as a formula'],
    ['It costs $5-$10.', '"$5-$" is set as a formula, from one $ to the next.'],
    ['It is $ x $ here.', '"$ x $" is set as a formula'],
    ['It is $x^2 here.', '"$x^2 here.": this $ has no other'],
  ])('%s holds what was meant as something else', (text, sentence) => {
    const found = findings([lesson('01-a', text)]);
    expect(found.join()).toContain(sentence);
  });

  it('may hold prices, formulas, notes and code', () => {
    const text =
      'It costs \\$5 and \\$6. $5 \\cdot x$, $$a$$ `$5` `\\frac` and a_b.[^1]\n\n$$\n\\frac{1}{2}\n$$\n\n[^1]: Source.';
    expect(findings([lesson('01-a', text)])).toEqual([]);
  });
});

describe('figures', () => {
  const cell = (code: string, draws = '') =>
    `\`\`\`ts cell="c" title="C"${draws === '' ? '' : ` draws="${draws}"`}\n${code}\n\`\`\``;

  it('are said in words by their cell', () => {
    const lines = 'show.lines({ a: [1] });';
    expect(findings([lesson('01-a', cell(lines, 'a line'))])).toEqual([]);
    expect(findings([lesson('01-a', cell('show.text("a");'))])).toEqual([]);
    expect(findings([lesson('01-a', cell(lines))])).toEqual([
      'content/01-a/lesson.mdx:8: The cell "c" draws figures, and does not say what they show. Add draws="…" after its title.',
    ]);
    expect(
      findings([lesson('01-a', cell('model.fit(x, y, { callbacks: watch(model) });'))]),
    ).toHaveLength(1);
  });

  it('have titles where they were recorded', () => {
    const drawn = lesson('01-a', cell('show.lines({ a: [1] });', 'a line'));
    expect(findings([drawn], [], { c: ['A title'] })).toEqual([]);
    expect(findings([drawn], [], { c: [' '] })[0]).toContain('has a figure without a title');
  });
});
