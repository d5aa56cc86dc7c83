import type {
  ChoiceExercise,
  CodeExercise,
  NumberExercise,
  PredictionExercise,
  TextExercise,
} from '../exercise';
import type { Verdict } from '../verdict';

/* An exercise of each kind. */

const COMMON = { points: 2, difficulty: 'easy' as const, concepts: ['softmax'], hints: 2 };

export const CODE: CodeExercise = {
  ...COMMON,
  ...{ id: 'stable-softmax', title: 'A softmax that does not overflow', kind: 'code' },
  ...{ seed: 1, seconds: 20, points: 6 },
  starter: '// given\nconst SCALE = 1;\n// end given\nfunction softmax(logits) {}',
  given: [{ from: 1, to: 3 }],
  tests: [
    { sentence: 'The probabilities add up to 1.', points: 1 },
    { sentence: 'Large logits do not overflow.', points: 3 },
  ],
  hidden: { tests: 1, points: 2 },
};

export const CHOICE: ChoiceExercise = {
  ...COMMON,
  ...{ id: 'which', title: 'Which', kind: 'choice' },
  choices: [
    { correct: true, because: '' },
    { correct: false, because: 'Its gradient is zero there.' },
  ],
};

export const NUMBER: NumberExercise = {
  ...COMMON,
  ...{ id: 'how-many', title: 'How many', kind: 'number', answer: 3, tolerance: 0.1, unit: 's' },
  wrong: [],
};

export const CURVE: PredictionExercise = {
  ...COMMON,
  ...{ id: 'what-comes', title: 'What comes', kind: 'prediction', seed: 1, seconds: 20 },
  tolerance: 0.2,
  commit: { of: 'curve', x: [0, 10], y: [0, 1], xLabel: 'epoch', yLabel: 'loss' },
};

export const TEXT: TextExercise = { ...COMMON, id: 'why', title: 'Why', kind: 'text' };

export const verdictOf = (change: Partial<Verdict> = {}): Verdict => ({
  ...{ status: 'failed', points: 1, possible: 4, mistake: null, message: '', selfChecked: true },
  tests: [
    {
      ...{ sentence: 'The probabilities add up to 1.', points: 1, status: 'passed' },
      result: null,
    },
    {
      ...{ sentence: 'Large logits do not overflow.', points: 3, status: 'missing' },
      result: null,
    },
  ],
  ...change,
});
