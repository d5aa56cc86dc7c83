/** What the page, the grader and the checker share of an exercise. It is plain data, and holds nothing that is hidden. */

export type Difficulty = 'easy' | 'medium' | 'hard';

/** A test as its document declares it. */
export type TestSpec = {
  /** Unique in its exercise: results are matched by it. */
  sentence: string;
  points: number;
};

type Common = {
  id: string;
  title: string;
  points: number;
  difficulty: Difficulty;
  concepts: readonly string[];
  /** How many hints there are. */
  hints: number;
};

/** Lines of the starter that may not be edited: 1-based, the marks themselves included. */
export type GivenRegion = { from: number; to: number };

export type CodeExercise = Common & {
  kind: 'code';
  /** Every check starts from it. */
  seed: number;
  /** How long one check may take, in seconds. */
  seconds: number;
  starter: string;
  given: readonly GivenRegion[];
  tests: readonly TestSpec[];
  /** Of the hidden tests only how many there are and what they count: they run where the course is graded. */
  hidden: { tests: number; points: number };
};

export type ChoiceExercise = Common & {
  kind: 'choice';
  /** In their order on the page. `because`: what is wrong with it, as plain text; empty where it is right. */
  choices: readonly { correct: boolean; because: string }[];
};

export type NumberExercise = Common & {
  kind: 'number';
  answer: number;
  /** Absolute, in the answer's unit. */
  tolerance: number;
  unit: string;
  wrong: readonly { value: number; tolerance: number; sentence: string }[];
};

export type PredictionExercise = Common & {
  kind: 'prediction';
  seed: number;
  seconds: number;
  tolerance: number | null;
  commit:
    | { of: 'number' }
    | {
        of: 'curve';
        x: readonly [number, number];
        y: readonly [number, number];
        xLabel: string;
        yLabel: string;
      };
};

export type TextExercise = Common & { kind: 'text' };

export type Exercise =
  CodeExercise | ChoiceExercise | NumberExercise | PredictionExercise | TextExercise;

/** What is fetched when a reader first needs it: `/learn/<slug>/exercises.json` has one for each exercise, by id. */
export type Material = {
  /** TypeScript, run before the reader's code and unseen; may be empty. */
  setup: string;
  /** TypeScript; empty for kinds without tests. */
  tests: string;
  /** TypeScript; empty for kinds without code. */
  solution: string;
  /** TypeScript whose last expression is what was to be predicted; empty for other kinds. */
  reveal: string;
};
