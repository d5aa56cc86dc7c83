import { describe, expect, it } from 'vitest';
import type { PredictionExercise } from '@/lib/exercises/exercise';
import { checkReveal } from './check-reveal';
import { runInProcess } from './testing/run-in-process';

const COMMON = {
  ...{
    id: 'guess',
    title: 'Guess',
    points: 1,
    difficulty: 'easy' as const,
    concepts: [],
    hints: 0,
  },
  ...{ kind: 'prediction' as const, seed: 1, seconds: 20, tolerance: null },
};
const NUMBER: PredictionExercise = { ...COMMON, commit: { of: 'number' } };
const CURVE: PredictionExercise = {
  ...COMMON,
  commit: { of: 'curve', x: [0, 1], y: [0, 5], xLabel: 'x', yLabel: 'y' },
};

async function sentence(exercise: PredictionExercise, code: string): Promise<string | null> {
  const reveal = { file: 'guess.mdx', exercise, reveal: { code, line: 11 } };
  const { findings } = await checkReveal(reveal, runInProcess);
  return findings[0]?.sentence ?? null;
}

describe('checkReveal', () => {
  it('takes what the page takes', async () => {
    expect(await sentence(NUMBER, 'const a = 2;\na * 3')).toBeNull();
    expect(await sentence(NUMBER, 'tf.tensor1d([6]);')).toBeNull();
    expect(await sentence(CURVE, '[0, 1, 5];')).toBeNull();
    expect(await sentence(CURVE, 'new Float32Array([0, 1]);')).toBeNull();
    expect(await sentence(CURVE, 'tf.tensor1d(Array.from({ length: 400 }, () => 1));')).toBeNull();
  });

  it.each([
    [NUMBER, '[1, 2]', 'its last expression must be one number'],
    [NUMBER, '"six"', 'its last expression must be one number'],
    [NUMBER, '0 / 0', 'it gives NaN among its numbers'],
    [CURVE, '[1]', 'its last expression must be a list of at least two numbers'],
    [CURVE, '[1, "2"]', 'it gives 2 among its numbers'],
    [CURVE, '[1, -0.1]', 'value 2 of the curve is -0.1, outside of y: [0, 5]'],
    [CURVE, 'Array.from({ length: 101 }, () => 1)', 'it gives 101 numbers, of 100 at most'],
  ])('says what is wrong with %#', async (exercise, code, words) => {
    expect(await sentence(exercise, code)).toContain(
      `The reveal does not give what was predicted: ${words}`,
    );
  });

  it('says where it fails', async () => {
    const { findings, summary } = await checkReveal(
      {
        file: 'guess.mdx',
        exercise: NUMBER,
        reveal: { code: 'const a = 1;\nnothing();', line: 11 },
      },
      runInProcess,
    );
    expect(findings[0]).toMatchObject({
      line: 12,
      sentence: 'The reveal fails: ReferenceError: nothing is not defined.',
    });
    expect(summary).toBe('guess: the answer comes after 0.0 s.');
  });
});
