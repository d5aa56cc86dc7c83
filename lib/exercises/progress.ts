import type { Verdict } from './verdict';

export type EndStatus = Verdict['status'];

/** What one check came to. `when`: milliseconds since 1970. */
export type Mark = { status: EndStatus; points: number; possible: number; when: number };

/** What a reader has done of one exercise, by the word of their own browser. */
export type Progress = {
  exercise: string;
  /** The slug of its lesson. */
  lesson: string;
  best: Mark | null;
  last: Mark | null;
  /** The answer that `last` is about. */
  answer: string;
  /** Checks that came to an end by themselves. */
  attempts: number;
  /** How many hints were opened. */
  hints: number;
  /** When the solution was first opened; null for never. */
  solution: number | null;
};

/** Longer answers are not kept with the progress; the code itself is kept elsewhere. */
const LONGEST_ANSWER = 20_000;

export function noProgress(exercise: string, lesson: string): Progress {
  return {
    ...{ exercise, lesson, best: null, last: null, answer: '' },
    ...{ attempts: 0, hints: 0, solution: null },
  };
}

export function afterCheck(
  progress: Progress,
  { status, points, possible }: Verdict,
  answer: string,
  when: number,
): Progress {
  const mark = { status, points, possible, when };
  return {
    ...progress,
    best: better(progress.best, mark),
    last: mark,
    answer: answer.length <= LONGEST_ANSWER ? answer : '',
    attempts: progress.attempts + (status === 'stopped' ? 0 : 1),
  };
}

export function afterHint(progress: Progress, opened: number): Progress {
  return opened <= progress.hints ? progress : { ...progress, hints: opened };
}

export function afterSolution(progress: Progress, when: number): Progress {
  return progress.solution === null ? { ...progress, solution: when } : progress;
}

/** Whether the solution was opened before the exercise was passed. */
export function sawSolutionFirst({ solution, best }: Progress): boolean {
  return solution !== null && (best?.status !== 'passed' || solution <= best.when);
}

/** What two browsers know of one exercise; told twice, it is the same. */
export function merged(a: Progress, b: Progress): Progress {
  const newer = (b.last?.when ?? 0) > (a.last?.when ?? 0) ? b : a;
  return {
    ...newer,
    best: better(a.best, b.best),
    attempts: Math.max(a.attempts, b.attempts),
    hints: Math.max(a.hints, b.hints),
    solution: earlier(a.solution, b.solution),
  };
}

/** A pass is better than any number of points, else more points; of equals, the one that was first. */
export function better(a: Mark | null, b: Mark | null): Mark | null {
  if (a === null || b === null) return a ?? b;
  const worth = ({ status, points }: Mark) => (status === 'passed' ? 1e6 : 0) + points;
  const ahead = worth(b) - worth(a) || a.when - b.when;
  return ahead > 0 ? b : a;
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
