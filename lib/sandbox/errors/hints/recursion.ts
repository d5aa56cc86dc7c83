import type { StackFrame } from '../stack';

/** Said by V8 and Safari, and by Firefox. */
const TOO_DEEP = /^Maximum call stack size exceeded|^too much recursion/;
/** The same function, this often among the innermost calls, is calling itself. */
const REPEATED = 3;

/** What to try when the calls grew too deep; undefined for all other failures. */
export function recursionHint(message: string, frames: readonly StackFrame[]): string | undefined {
  if (!TOO_DEEP.test(message)) return undefined;
  const repeated = mostRepeated(frames);
  return repeated === undefined ? TOO_MANY : endless(repeated);
}

const TOO_MANY =
  'The calls went too deep, or one call was given too many arguments, as by `Math.max(...values)` on a long array: find the largest with a loop or `tf.max`, and give a function that calls itself an end.';

function endless({ name, line }: StackFrame): string {
  const who =
    name === null ? 'The code' : name === 'anonymous function' ? 'A function' : `\`${name}\``;
  return `${who} calls itself, directly or through others, on line ${line}, and never comes to an end: give it a case in which it returns without that call, and check that every call comes nearer to it.`;
}

/** A frame of the function that is called most, if it is called often. */
function mostRepeated(frames: readonly StackFrame[]): StackFrame | undefined {
  const counts = new Map<string, number>();
  for (const frame of frames) {
    const key = `${frame.name} ${frame.line}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined || most[1] < REPEATED) return undefined;
  return frames.find((frame) => `${frame.name} ${frame.line}` === most[0]);
}
