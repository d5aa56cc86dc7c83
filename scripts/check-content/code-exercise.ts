import type { CheckParts } from '@/lib/protocol';
import type { Part } from './finding';

/** A code exercise with all that its document holds, and where. */
export type CodeExercise = {
  id: string;
  file: string;
  seed: number;
  seconds: number;
  setup: Part;
  starter: Part;
  solution: Part;
  tests: Part;
  hidden: Part;
  /** In their order in the document, hidden ones last. `line` is of the file. */
  declared: readonly { sentence: string; line: number; hidden: boolean }[];
  mistakes: readonly { sentence: string; line: number; example: Part }[];
};

/**
 * What a check of an answer is made of, as on the page, with the hidden tests after the public ones. They stand in a
 * block of their own: both may use the same names, and a line of the public tests stays that line.
 */
export function fullCheck(exercise: CodeExercise, answer: string): CheckParts {
  const { seed, setup, tests, hidden } = exercise;
  const both = hidden.code.trim() === '' ? tests.code : `${tests.code}\n{${hidden.code}\n}`;
  return { seed, setup: setup.code, answer, tests: both };
}

/** Where in the file a line of `fullCheck`'s tests stands. */
export function lineOfTests({ tests, hidden }: CodeExercise, line: number | undefined): number {
  const publicLines = tests.code.split('\n').length;
  if (line === undefined) return Math.max(1, tests.line - 1);
  return line > publicLines ? hidden.line + line - publicLines - 1 : tests.line + line - 1;
}
