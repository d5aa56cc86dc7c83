import type { MDXContent } from 'mdx/types';
import type { Exercise } from '@/lib/exercises/exercise';
import { compilePiece } from '../compile-lesson';
import { highlight } from '../highlight';
import type { MarkdownNode } from '../markdown-node';
import type { ParsedExercise } from './parse-exercise';

/** What a page shows of an exercise. Nothing in it is hidden from readers. */
export type CompiledExercise = {
  exercise: Exercise;
  Task: MDXContent;
  hints: readonly MDXContent[];
  Answer: MDXContent | null;
  choices: readonly MDXContent[];
  /** The starter's highlighted code, as the inner HTML of a `<code>`; empty for kinds without. */
  starter: string;
};

/** Throws `ContentError`. */
export async function compileExercise(parsed: ParsedExercise): Promise<CompiledExercise> {
  const { exercise, pieces, file } = parsed;
  const compile = (nodes: readonly MarkdownNode[]) => compilePiece(nodes, file);
  return {
    exercise,
    Task: await compile(pieces.task),
    hints: await Promise.all(pieces.hints.map(compile)),
    Answer: pieces.answer && (await compile(pieces.answer)),
    choices: await Promise.all(pieces.choices.map(compile)),
    starter: exercise.kind === 'code' ? await highlight(exercise.starter, 'ts') : '',
  };
}
