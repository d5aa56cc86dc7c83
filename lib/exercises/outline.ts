import type { Difficulty, Exercise } from './exercise';
import type { Progress } from './progress';

/** `points`: those that can be had on the page; hidden tests are graded elsewhere. */
export type OutlineExercise = {
  id: string;
  kind: Exercise['kind'];
  title: string;
  points: number;
  difficulty: Difficulty;
};

export type OutlineLesson = {
  number: number;
  slug: string;
  title: string;
  exercises: readonly OutlineExercise[];
};

export function outlineOf(exercise: Exercise): OutlineExercise {
  const { id, kind, title, difficulty } = exercise;
  return { id, kind, title, difficulty, points: pointsHere(exercise) };
}

/** The points that the reader's own browser can give. */
export function pointsHere(exercise: Exercise): number {
  if (exercise.kind !== 'code') return exercise.points;
  return exercise.tests.reduce((sum, { points }) => sum + points, 0);
}

export type Totals = {
  passed: number;
  tried: number;
  of: number;
  points: number;
  possible: number;
};

/** What of these exercises was done; points are the best that each ever came to, as it stands in the course now. */
export function totalsOf(
  exercises: readonly OutlineExercise[],
  records: ReadonlyMap<string, Progress>,
): Totals {
  const totals = { passed: 0, tried: 0, of: exercises.length, points: 0, possible: 0 };
  for (const { id, points } of exercises) {
    const best = records.get(id)?.best;
    totals.possible += points;
    if (!best) continue;
    totals.tried += 1;
    // An exercise that has changed since can't give more than it has now.
    totals.points += best.status === 'passed' ? points : Math.min(best.points, points);
    if (best.status === 'passed') totals.passed += 1;
  }
  return totals;
}
