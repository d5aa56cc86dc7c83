import type { Fence } from './parts';
import { codeError, lineOf, readCode } from './read-code';

/** The code that shows what was to be predicted. Throws `ContentError`. */
export function readReveal(fence: Fence): string {
  const { program } = readCode(fence);
  const last = program.body.at(-1);
  if (last?.type === 'ExpressionStatement') return fence.code;
  const reason = `the last line of ${fence.name} must be an expression: the number, or the list of y values, that was to be predicted.`;
  throw codeError(fence, last ? lineOf(last) : 0, reason);
}
