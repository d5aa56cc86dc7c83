import type { AnyNode, Program } from 'acorn';
import { analyzeProgram, parse, SyntaxProblem, type Analysis } from '@/lib/notebook';
import { ContentError } from '../content-error';
import type { Fence } from './parts';

/** The code of a fence, parsed; the places in `program` are in the fence. */
export type Code = { fence: Fence; program: Program; analysis: Analysis };

/** An error at a 1-based line of a fence's code. */
export function codeError(fence: Fence, line: number, reason: string): ContentError {
  return new ContentError(fence.file, { line: fence.line + line }, reason);
}

export const lineOf = (node: AnyNode): number => node.loc?.start.line ?? 1;

/** Throws `ContentError` where a fence is no TypeScript that the sandbox can run. */
export function readCode(fence: Fence): Code {
  const { program } = parseFence(fence);
  const analysis = analyzeProgram(program);
  const { problem } = analysis;
  // The sandbox speaks of cells, which it runs by the same rules.
  if (problem) throw codeError(fence, problem.line, `in ${fence.name}: ${problem.message}`);
  return { fence, program, analysis };
}

function parseFence(fence: Fence): { program: Program } {
  try {
    return parse(fence.code);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    throw codeError(fence, error.line, `syntax error in ${fence.name}: ${error.message}`);
  }
}
