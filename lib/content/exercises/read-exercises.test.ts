import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../content-files';
import { readExerciseList, readLesson, readLessonText, readMaterials } from '../lesson-store';
import { sampleLesson } from '../sample';
import { readExercises } from './read-exercises';
import { sampleExercise, sampleOf } from './sample';

const exercise = (id: string) => sampleExercise({ fields: { id } });
const place = (id: string) => `<Exercise id="${id}" />\n`;

function filesOf(documents: Record<string, string>): ContentFiles {
  const paths = Object.keys(documents);
  return {
    folders: async () => [...new Set(paths.map((path) => path.split('/')[0]!))],
    list: async (folder) =>
      paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
    read: async (file) => documents[file] ?? null,
  };
}

const GOOD = {
  '01-a/lesson.mdx': sampleLesson(`Text.\n\n${place('two')}\n${place('one')}`),
  '01-a/exercises/one.mdx': exercise('one'),
  '01-a/exercises/two.mdx': exercise('two'),
  '02-b/lesson.mdx': sampleLesson('Text.\n'),
};

const errorsOf = async (documents: Record<string, string>) =>
  (await readExercises(filesOf({ ...GOOD, ...documents }))).errors.map(({ message }) => message);

describe('the exercises of a course', () => {
  it('are given whole, in the order of the lesson', async () => {
    const { exercises, errors } = await readExercises(filesOf(GOOD));
    expect(errors).toEqual([]);
    expect(exercises.map(({ slug, exercise: { id } }) => [slug, id])).toEqual([
      ['a', 'two'],
      ['a', 'one'],
    ]);
    expect(exercises[0]?.code).toMatchObject({
      hidden: [{ sentence: 'minus one gives minus two' }],
      hiddenFence: { code: expect.stringContaining('double(-1)') },
    });
  });

  it('are listed by lesson', async () => {
    const list = await readExerciseList(filesOf(GOOD));
    expect(list.map(({ slug, exercises }) => [slug, exercises.map(({ id }) => id)])).toEqual([
      ['a', ['two', 'one']],
      ['b', []],
    ]);
  });

  it('give pages nothing that is hidden', async () => {
    const materials = await readMaterials(filesOf(GOOD), 'a');
    expect(Object.keys(materials)).toEqual(['two', 'one']);
    expect(JSON.stringify(materials)).not.toContain('minus one');
    expect(await readMaterials(filesOf(GOOD), 'b')).toEqual({});
  });

  it('are named in what is saved of a lesson', async () => {
    const { blocks } = await readLessonText(filesOf(GOOD), 'a');
    expect(JSON.stringify(blocks)).toContain('has an exercise: Double.');
  });
});

describe('what is wrong between documents', () => {
  const lesson = (body: string) => ({ '01-a/lesson.mdx': sampleLesson(body) });
  const both = `${place('one')}\n${place('two')}`;
  it.each<[string, Record<string, string>, string]>([
    [
      'an unknown id',
      lesson(`${both}\n${place('three')}`),
      'content/01-a/lesson.mdx:12: there is no exercise "three": content/01-a/exercises/three.mdx is missing. This lesson has: one, two.',
    ],
    [
      'one of another lesson',
      { '02-b/lesson.mdx': sampleLesson(place('one')) },
      'content/02-b/lesson.mdx:8: exercise "one" belongs to another lesson: content/01-a/exercises/one.mdx.',
    ],
    [
      'one that is not placed',
      lesson(place('one')),
      'content/01-a/exercises/two.mdx:1: no lesson places this exercise. Write <Exercise id="two" />',
    ],
    [
      'one placed twice',
      lesson(`${both}\n${place('one')}`),
      'content/01-a/lesson.mdx:12:1: exercise "one" is placed on line 8 already.',
    ],
    [
      'one in a list',
      lesson(`${both}\n- ${place('one')}`),
      '01-a/lesson.mdx:12:3: <Exercise id="…" /> stands on a line of its own',
    ],
    [
      'one in text',
      lesson(`${both}\nText ${place('one')}`),
      '01-a/lesson.mdx:12:6: <Exercise id="…" /> stands on a line of its own',
    ],
    [
      'one with text in it',
      lesson('<Exercise id="one">\nText.\n</Exercise>\n'),
      'holds nothing: close it with />.',
    ],
    ['one without an id', lesson('<Exercise />\n'), '<Exercise> needs the attribute id="…".'],
    [
      'an id used twice',
      { '02-b/exercises/one.mdx': exercise('one'), '02-b/lesson.mdx': sampleLesson(place('one')) },
      'content/02-b/exercises/one.mdx, front matter, "id": is one, as in content/01-a/exercises/one.mdx.',
    ],
    [
      'another file',
      { '01-a/exercises/notes.md': 'x' },
      'content/01-a/exercises/notes.md: only exercises stand here',
    ],
    [
      'a broken exercise',
      { '01-a/exercises/two.mdx': exercise('three') },
      'is three, but the file is two.mdx.',
    ],
    [
      'no lesson',
      { '03-c/exercises/three.mdx': exercise('three') },
      'content/03-c/lesson.mdx: is missing, and content/03-c/exercises has exercises.',
    ],
  ])('is told: %s', async (_, documents, message) => {
    const errors = await errorsOf(documents);
    expect(errors.join('\n')).toContain(message);
  });

  it('is all told at once', async () => {
    const errors = await errorsOf({
      '01-a/exercises/one.mdx': sampleExercise({ fields: { id: 'one', points: '9' } }),
      '01-a/exercises/two.mdx': 'x',
      '02-b/lesson.mdx': 'y',
    });
    expect(errors).toHaveLength(3);
  });

  it('ends the build of the lesson', async () => {
    const files = filesOf({ ...GOOD, ...lesson(place('three')) });
    await expect(readLesson(files, 'a')).rejects.toThrow('there is no exercise "three"');
    await expect(readLesson(filesOf(GOOD), 'b')).resolves.toBeDefined();
  });
});

describe('a compiled exercise', () => {
  const shown = (name: string) => (props: object) =>
    createElement('x-part', { name, ...props } as Record<string, unknown>);
  const components = Object.fromEntries(
    ['Aside', 'CodeBlock', 'Formula', 'Key'].map((name) => [name, shown(name)]),
  );
  const compiled = async (source: string) => {
    const files = filesOf({
      '01-a/lesson.mdx': sampleLesson(place('double')),
      '01-a/exercises/double.mdx': source,
    });
    return (await readLesson(files, 'a')).exercises[0]!;
  };
  type Content = Awaited<ReturnType<typeof compiled>>['Task'];
  const render = (content: Content) => renderToStaticMarkup(createElement(content, { components }));

  it('has its task, hints and starter as finished markup, each by itself', async () => {
    const task =
      'Double $x$, "please", as [here][a].\n\n<Aside>A note.</Aside>\n\n```ts\n1;\n```\n\n[a]: /b\n';
    const rest =
      '<Hint>Add *it*.</Hint>\n<Hint>\n  Two times $x$:\n\n  ```ts\n  2 * x;\n  ```\n</Hint>\n';
    const { Task, hints, Answer, choices, starter } = await compiled(
      sampleExercise({ task, rest }),
    );
    expect(render(Task)).toMatch(
      /^<p>Double <x-part name="Formula"[^]*“please”, as <a href="\/b">here/,
    );
    expect(render(Task)).toContain('<x-part name="Aside">A note.</x-part>');
    expect(render(Task)).not.toContain('Add');
    expect(hints.map(render)).toEqual([
      '<p>Add <em>it</em>.</p>',
      expect.stringMatching(/^<p>Two times <x-part name="Formula"[^]*name="CodeBlock"/),
    ]);
    expect(starter).toContain('<span class="code-keyword">function');
    expect([Answer, choices]).toEqual([null, []]);
  });

  it('has choices that can stand in a label', async () => {
    const body =
      'Which?\n\n<Choice correct>*Four*</Choice>\n\n<Choice because="no">\n  One, `1`\n</Choice>\n';
    const { choices, starter } = await compiled(sampleOf({ kind: 'choice' }, body));
    expect(choices.map(render)).toEqual(['<em>Four</em>', 'One, <code>1</code>']);
    expect(starter).toBe('');
  });

  it('has the answer of its author', async () => {
    const { Answer } = await compiled(
      sampleOf({ kind: 'text' }, 'Why?\n\n<Answer>Because.</Answer>\n'),
    );
    expect(Answer && render(Answer)).toBe('<p>Because.</p>');
  });
});
