import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseExercise } from '@/lib/content/exercises/parse-exercise';
import { exampleExercises } from './example-exercises.mjs';

const TEXT = readFileSync('docs/authoring.md', 'utf8');
const EXAMPLES = exampleExercises(TEXT);

describe('what docs/authoring.md teaches', () => {
  it.each(EXAMPLES)('is a valid exercise: $id', ({ id, source }) => {
    expect(parseExercise(source, `content/11-scratch/exercises/${id}.mdx`).exercise.id).toBe(id);
  });

  it('is all five kinds', () => {
    const kinds = EXAMPLES.map(
      ({ id, source }) => parseExercise(source, `content/01-a/exercises/${id}.mdx`).exercise.kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['code', 'choice', 'number', 'prediction', 'text']));
  });

  it('has a place for every link into itself', () => {
    const anchors = [...TEXT.matchAll(/^#{2,3} (.*)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    for (const [, anchor] of TEXT.matchAll(/\]\(#([\w-]+)\)/g)) expect(anchors).toContain(anchor);
  });
});
