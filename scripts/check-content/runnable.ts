import type { ParsedExercise } from '@/lib/content/exercises/parse-exercise';
import { checkExercise, type CheckedExercise } from './check-exercise';
import { checkReveal } from './check-reveal';
import type { CodeExercise } from './code-exercise';
import type { Part } from './finding';
import type { Run } from './ran';

type Fence = { code: string; line: number };

/** Runs what there is to run of an exercise; null where there is nothing. */
export function runExercise(
  parsed: ParsedExercise,
  source: string,
  run: Run,
  mutants?: number,
): Promise<CheckedExercise> | null {
  const { file, exercise, material } = parsed;
  if (exercise.kind === 'prediction') {
    const line = 1 + source.split('\n').findIndex((text) => /^\s*```ts reveal\b/.test(text));
    return checkReveal({ file, exercise, reveal: partOf({ code: material.reveal, line }) }, run);
  }
  const code = toCodeExercise(parsed);
  return code === null ? null : checkExercise(code, run, mutants);
}

export function toCodeExercise({ file, exercise, code }: ParsedExercise): CodeExercise | null {
  if (exercise.kind !== 'code' || code === null) return null;
  const nothing = { code: '', line: 0 };
  const declared = [
    ...code.tests.map((test) => ({ ...test, hidden: false })),
    ...code.hidden.map((test) => ({ ...test, hidden: true })),
  ];
  return {
    ...{ id: exercise.id, file, seed: exercise.seed, seconds: exercise.seconds },
    setup: partOf(code.setup ?? nothing),
    starter: partOf(code.starter),
    solution: partOf(code.solution),
    tests: partOf(code.testsFence),
    hidden: partOf(code.hiddenFence),
    declared: declared.map(({ sentence, line, hidden }) => ({ sentence, line, hidden })),
    mistakes: code.mistakes.map(({ sentence, line, example }) => ({
      sentence,
      line,
      example: partOf(example),
    })),
  };
}

/** The line of a fence is that of its backticks. */
function partOf({ code, line }: Fence): Part {
  return { code, line: line + 1 };
}
