import { describe, expect, it } from 'vitest';
import { courseEntries, neighbours, orderLessons, parseFolder, toSummary } from './lesson-list';
import { COURSE_PLAN } from './course-plan';
import type { FrontMatter } from './schema';

function summary(folder: string, fields: Partial<FrontMatter> = {}) {
  return toSummary(folder, `content/${folder}/lesson.mdx`, {
    title: folder,
    summary: 'About it.',
    minutes: 5,
    prerequisites: [],
    updated: '2026-01-31',
    seed: 1,
    ...fields,
  });
}

describe('the order of lessons', () => {
  it('follows the folders, unless the front matter says otherwise', () => {
    const lessons = [
      summary('10-z'),
      summary('02-b', { order: 11 }),
      summary('01-a'),
      summary('03-c'),
    ];
    expect(orderLessons(lessons).map(({ slug }) => slug)).toEqual(['a', 'c', 'z', 'b']);
    expect(lessons[0]!.slug).toBe('z');
  });

  it('leaves no two at one place, or of one name', () => {
    expect(() => orderLessons([summary('01-a'), summary('03-b', { order: 1 })])).toThrow(
      'content/03-b/lesson.mdx, front matter, "order": is 1, as in content/01-a/lesson.mdx.',
    );
    expect(() => orderLessons([summary('01-a'), summary('02-a')])).toThrow('"slug": is a, as in');
  });

  it('asks that prerequisites are other lessons', () => {
    const ok = summary('01-a', { prerequisites: ['training'] });
    expect(orderLessons([ok])).toHaveLength(1);
    for (const prerequisites of [['trainig'], ['a']]) {
      expect(() => orderLessons([summary('01-a', { prerequisites })])).toThrow(
        `content/01-a/lesson.mdx, front matter, "prerequisites": "${prerequisites[0]}" is not another`,
      );
    }
  });

  it('needs folders of the form NN-slug', () => {
    expect(parseFolder('02-neural-networks')).toEqual({ number: 2, slug: 'neural-networks' });
    for (const folder of ['neural', '2-neural', '02-Neural', '02_neural', '02-']) {
      expect(() => parseFolder(folder)).toThrow(`content/${folder}: a lesson lives in a folder`);
    }
  });
});

describe('the course', () => {
  it('is ten lessons, of which those without a document have none', () => {
    const entries = courseEntries([summary('02-neural-networks')]);
    expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(entries.filter(({ lesson }) => lesson).map(({ slug }) => slug)).toEqual([
      'neural-networks',
    ]);
  });

  it('takes in a lesson that the plan does not have', () => {
    const last = courseEntries([summary('11-extra')]).at(-1);
    expect(last).toMatchObject({ number: 11, slug: 'extra', outcome: 'About it.' });
  });

  it('has something before and after all but its ends', () => {
    const entries = courseEntries([]);
    const slugs = COURSE_PLAN.map(({ slug }) => slug);
    expect(neighbours(entries, slugs[0]!)).toMatchObject({
      previous: null,
      next: { slug: slugs[1] },
    });
    expect(neighbours(entries, slugs[9]!)).toMatchObject({
      previous: { slug: slugs[8] },
      next: null,
    });
    expect(neighbours(entries, 'nowhere')).toEqual({ previous: null, next: null });
  });
});
