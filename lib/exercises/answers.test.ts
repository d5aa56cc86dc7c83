import { describe, expect, it } from 'vitest';
import { curveAt, judgeChoice, judgeNumber, judgePrediction, judgeText } from './answers';
import type { ChoiceExercise, NumberExercise, PredictionExercise, TextExercise } from './exercise';

const COMMON = {
  ...{ id: 'a', title: 'A', points: 2, concepts: ['loss'], hints: 0 },
  difficulty: 'easy' as const,
};

const choice: ChoiceExercise = {
  ...COMMON,
  kind: 'choice',
  choices: [
    { correct: true, because: '' },
    { correct: false, because: 'The gradient is zero there.' },
    { correct: true, because: '' },
  ],
};

describe('judgeChoice', () => {
  it('passes all that is right and nothing else', () => {
    expect(judgeChoice(choice, [0, 2])).toMatchObject({ status: 'passed', points: 2, possible: 2 });
    expect(judgeChoice(choice, [0])).toMatchObject({ status: 'failed', points: 0 });
    expect(judgeChoice(choice, [0, 1, 2])).toMatchObject({
      status: 'failed',
      message: 'The gradient is zero there.',
    });
    expect(judgeChoice(choice, [])).toHaveProperty('notYet');
  });
});

describe('judgeNumber', () => {
  const exercise: NumberExercise = {
    ...COMMON,
    kind: 'number',
    ...{ answer: 0.25, tolerance: 0.01, unit: 's' },
    wrong: [{ value: 0.5, tolerance: 0.01, sentence: 'You forgot to square.' }],
  };

  it('allows for the tolerance, its end included', () => {
    for (const text of ['0.25', ' 0,26', '0.24', '25e-2']) {
      expect(judgeNumber(exercise, text)).toMatchObject({ status: 'passed' });
    }
    expect(judgeNumber(exercise, '0.262')).toMatchObject({ status: 'failed' });
  });

  it('knows known mistakes', () => {
    expect(judgeNumber(exercise, '.5')).toMatchObject({ message: 'You forgot to square.' });
    expect(judgeNumber(exercise, '3')).toMatchObject({ message: '3 s is not it.' });
  });

  it('takes nothing else for a number', () => {
    for (const text of ['', 'a', '1 2', 'Infinity', 'NaN', '0.2.5']) {
      expect(judgeNumber(exercise, text)).toHaveProperty('notYet');
    }
  });
});

describe('judgePrediction', () => {
  const exercise: PredictionExercise = {
    ...COMMON,
    kind: 'prediction',
    ...{ seed: 1, seconds: 20, tolerance: 0.1, commit: { of: 'number' } },
  };

  it('compares numbers, and curves of any number of points', () => {
    expect(judgePrediction(exercise, [1.05], [1])).toMatchObject({ status: 'passed' });
    expect(judgePrediction(exercise, [1.2], [1])).toMatchObject({ status: 'failed' });
    expect(judgePrediction(exercise, [0, 1], [0, 0.5, 1])).toMatchObject({ status: 'passed' });
    expect(judgePrediction(exercise, [1, 0], [0, 0.5, 1])).toMatchObject({ status: 'failed' });
  });

  it('passes whatever was committed where nothing is to be met', () => {
    const open = { ...exercise, tolerance: null };
    expect(judgePrediction(open, [9], [1])).toMatchObject({ status: 'passed' });
  });

  it('is never passed by what is no number', () => {
    expect(judgePrediction(exercise, [], [1])).toMatchObject({ status: 'failed' });
    expect(judgePrediction(exercise, [1], [NaN])).toMatchObject({ status: 'failed' });
    expect(judgePrediction(exercise, [1], [])).toMatchObject({ status: 'failed' });
  });

  it('is straight between points', () => {
    expect(curveAt([0, 2, 0], 0.25)).toBe(1);
    expect(curveAt([0, 2, 4], 1)).toBe(4);
    expect(curveAt([7], 0.3)).toBe(7);
  });
});

describe('judgeText', () => {
  const exercise: TextExercise = { ...COMMON, kind: 'text' };

  it('takes the reader’s word, once there are words', () => {
    const words = 'The gradient vanishes where the curve is flat.';
    expect(judgeText(exercise, words, true)).toMatchObject({ status: 'passed', points: 2 });
    expect(judgeText(exercise, words, false)).toMatchObject({ status: 'failed', points: 0 });
    expect(judgeText(exercise, 'It is flat.', true)).toHaveProperty('notYet');
  });
});
