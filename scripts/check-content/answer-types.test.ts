import ts from 'typescript';
import { expect, it } from 'vitest';
import { answerTypes } from './answer-types';
import type { CodeExercise } from './code-exercise';
import { formatFinding } from './finding';

const part = (code: string, line: number) => ({ code, line });
const check = answerTypes(ts, {
  'file:///lib/globals.d.ts': 'declare function show(text: string): void;',
});

function exercise(change: Partial<Pick<CodeExercise, 'setup' | 'starter' | 'solution'>>) {
  const nothing = part('', 1);
  return {
    ...{ id: 'double', file: 'double.mdx', seed: 1, seconds: 20 },
    ...{ setup: nothing, tests: nothing, hidden: nothing, declared: [], mistakes: [] },
    starter: part('const a: number = 1;', 11),
    solution: part('const a: number = 2;', 21),
    ...change,
  };
}

const said = (...exercises: CodeExercise[]) => check(exercises).map(formatFinding);

it('finds nothing in answers that use what they are given, the set-up included', () => {
  const setup = part('const limit = 3;', 1);
  const solution = part('const a: number = limit;\nshow("done");\nawait Promise.resolve();', 21);
  expect(said(exercise({ setup, solution }))).toEqual([]);
});

it('says where the editor would underline the solution, and the starter as a note', () => {
  const starter = part('const a: number =\n  "one";', 11);
  const solution = part('const a = 2;\nshow(a);', 21);
  expect(said(exercise({ starter, solution }))).toEqual([
    "double.mdx:11: Note: The starter is underlined in the reader's editor: Type 'string' is not assignable to type 'number'.",
    "double.mdx:22: The solution is underlined in the reader's editor: Argument of type 'number' is not assignable to parameter of type 'string'.",
  ]);
});

it('does not take the names of one answer, or of another exercise, for those of the next', () => {
  const solution = part('const a: number = other;', 21);
  const second = { ...exercise({ starter: part('const other = 1;', 11) }), id: 'second' };
  expect(said(exercise({ solution }), second)).toEqual([
    "double.mdx:21: The solution is underlined in the reader's editor: Cannot find the name 'other': no cell declares it.",
  ]);
  expect(said(exercise({}))).toEqual([]);
});
