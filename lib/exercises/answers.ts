import { readNumber } from '@/lib/words/read-number';
import { completed, readSketch } from './curve';
import type {
  ChoiceExercise,
  Exercise,
  NumberExercise,
  PredictionExercise,
  TextExercise,
} from './exercise';
import type { Verdict } from './verdict';

/** An answer that can't be judged yet, with what to do first. */
export type NotYet = { notYet: string };

/** Rounding in the reader's arithmetic, or in ours, is no mistake. */
const SLACK = 1 + 1e-9;

/** How short an answer in words may be, in characters. */
export const LEAST_TEXT = 20;

/** `picked`: the places of the choices that the reader has marked. */
export function judgeChoice(exercise: ChoiceExercise, picked: readonly number[]): Verdict | NotYet {
  if (picked.length === 0) return { notYet: 'Choose an answer first.' };
  const wrong = exercise.choices.find(({ correct }, at) => !correct && picked.includes(at));
  if (wrong !== undefined) return verdict(exercise, false, wrong.because || 'That is not it.');
  const missed = exercise.choices.some(({ correct }, at) => correct && !picked.includes(at));
  return missed
    ? verdict(exercise, false, 'What you chose is right, but it is not all that is right.')
    : verdict(exercise, true);
}

export function judgeNumber(exercise: NumberExercise, text: string): Verdict | NotYet {
  const value = readNumber(text);
  if (value === null) return { notYet: 'Type a number, such as 0.25 or 3e-4.' };
  if (isNear(value, exercise.answer, exercise.tolerance)) return verdict(exercise, true);
  const known = exercise.wrong.find((wrong) => isNear(value, wrong.value, wrong.tolerance));
  const unit = exercise.unit === '' ? '' : ` ${exercise.unit}`;
  return verdict(exercise, false, known?.sentence ?? `${text.trim()}${unit} is not it.`);
}

const isNear = (value: number, other: number, tolerance: number) =>
  Math.abs(value - other) <= tolerance * SLACK;

/** What the reader has committed to: a number, or a drawn curve. */
export function predicted(
  { commit }: PredictionExercise,
  answer: string,
): { ys: readonly number[] } | NotYet {
  if (commit.of === 'number') {
    const value = readNumber(answer);
    return value === null ? { notYet: 'Type the number that you expect.' } : { ys: [value] };
  }
  const ys = completed(readSketch(answer));
  return ys === null ? { notYet: 'Draw the curve that you expect first.' } : { ys };
}

/** Both curves over evenly spaced x from the left end to the right; they may have different numbers of points. */
export function judgePrediction(
  exercise: PredictionExercise,
  committed: readonly number[],
  revealed: readonly number[],
): Verdict {
  const { tolerance } = exercise;
  if (tolerance === null)
    return verdict(exercise, true, 'Compare what you expected with what came.');
  const off = distance(committed, revealed);
  const words = `${readable(off)}, and the tolerance is ${readable(tolerance)}`;
  const what = revealed.length > 1 ? 'On average your curve is off by' : 'Your number is off by';
  return verdict(exercise, off <= tolerance * SLACK, `${what} ${words}.`);
}

/** The mean absolute difference, at the points of `revealed`. */
function distance(committed: readonly number[], revealed: readonly number[]): number {
  const differences = revealed.map((y, at) =>
    Math.abs(y - curveAt(committed, revealed.length === 1 ? 0 : at / (revealed.length - 1))),
  );
  return differences.reduce((sum, each) => sum + each, 0) / differences.length;
}

/** The height of a curve at a part of its width, 0 to 1, straight between its points. */
export function curveAt(ys: readonly number[], part: number): number {
  const place = part * (ys.length - 1);
  const left = Math.min(Math.floor(place), Math.max(ys.length - 2, 0));
  const [a, b] = [ys[left] ?? NaN, ys[left + 1] ?? ys[left] ?? NaN];
  return a + (b - a) * (place - left);
}

/** What the reader says of their own words, beside the author's. */
export function judgeText(exercise: TextExercise, text: string, same: boolean): Verdict | NotYet {
  if (text.trim().length < LEAST_TEXT) return { notYet: tooShort(text) };
  return same
    ? verdict(exercise, true, 'By your own word.')
    : verdict(exercise, false, 'By your own word. Change your answer, then compare again.');
}

export function tooShort(text: string): string {
  const missing = LEAST_TEXT - text.trim().length;
  return `Write a sentence or two first: at least ${missing} more characters.`;
}

const readable = (value: number) => String(Number(value.toPrecision(3)));

function verdict(exercise: Exercise, passed: boolean, message = ''): Verdict {
  return {
    status: passed ? 'passed' : 'failed',
    points: passed ? exercise.points : 0,
    possible: exercise.points,
    tests: [],
    mistake: null,
    message,
    selfChecked: true,
  };
}
