import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesIn } from '@/lib/content/content-files';
import { parseExercise } from '@/lib/content/exercises/parse-exercise';
import { readExercises } from '@/lib/content/exercises/read-exercises';
import { parseLesson } from '@/lib/content/parse-lesson';
import { exerciseSkeleton, KINDS } from './exercise-skeleton.mjs';
import { lessonSkeleton } from './lesson-skeleton.mjs';

describe('what the commands write', () => {
  it.each(KINDS)('is a valid exercise: %s', (kind) => {
    const { exercise } = parseExercise(
      exerciseSkeleton('a-b', kind),
      'content/01-a/exercises/a-b.mdx',
    );
    expect(exercise).toMatchObject({ id: 'a-b', title: 'A b', kind, hints: 3 });
  });

  it('is a valid lesson', () => {
    const source = lessonSkeleton({ title: 'Yes: "no"', summary: 'Why?', today: '2026-11-29' });
    expect(parseLesson(source, 'content/01-a/lesson.mdx').frontMatter).toMatchObject({
      title: 'Yes: "no"',
    });
  });
});

describe('the commands', () => {
  const run = (script: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    return { status, stderr };
  };
  it.each([
    [['activation-functions'], 'Which exercise, of which lesson?'],
    [['nowhere', 'a'], 'There is no lesson "nowhere".'],
    [['activation-functions', 'A b'], '"A b" can\'t be the id of an exercise.'],
    [['activation-functions', 'a', 'essay'], 'There is no kind "essay".'],
    [['training', 'stable-softmax'], 'stable-softmax.mdx is there already'],
  ])('refuse new:exercise %j', (args, message) => {
    const { status, stderr } = run('scripts/new-exercise.mjs', ...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(existsSync('content/03-activation-functions/exercises/a.mdx')).toBe(false);
  });

  it.each([
    [[], 'Which lesson?'],
    [['../x'], '"../x" can\'t be the address of a lesson.'],
  ])('refuse new:lesson %j', (args, message) => {
    const { status, stderr } = run('scripts/new-lesson.mjs', ...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  });
});

it('the exercises of the course are as they should be', async () => {
  const { exercises, errors } = await readExercises(filesIn('content'));
  expect(errors).toEqual([]);
  expect(exercises.length).toBeGreaterThan(0);
});
