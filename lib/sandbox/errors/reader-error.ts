import type { CellError } from '@/lib/protocol';
import type { Problem } from '@/lib/notebook';
import type { Locate } from '../compile';
import { hint } from './hints/hint';
import { frameText, readStack } from './stack';
import { describeThrown } from './thrown';

/**
 * What a cell threw, told in the reader's own text: the frames of its module alone, and the place of the innermost.
 * `moduleUrl` is the address from which the module was loaded, empty when it was not. `locate` comes from `compile`;
 * without it lines are right, and columns may be off on the lines into which the compiler wrote. Never throws.
 */
export function readerError(
  error: unknown,
  moduleUrl: string,
  locate: Locate = (place) => place,
): CellError {
  const { name, message, stack } = describeThrown(error);
  const frames = readStack(stack, moduleUrl, locate);
  const advice = hint({ message, stack, frames });
  const [innermost] = frames;
  return {
    name,
    message,
    ...(advice === undefined ? {} : { hint: advice }),
    ...(innermost === undefined ? {} : { line: innermost.line, column: innermost.column }),
    stack: frames.map(frameText),
  };
}

/** A problem of the text as an error of the cell. */
export function syntaxError({ message, line, column }: Problem): CellError {
  return { name: 'SyntaxError', message, line, column, stack: [] };
}
