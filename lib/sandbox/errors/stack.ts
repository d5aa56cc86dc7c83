import type { Place } from '@/lib/notebook';
import type { Locate } from '../compile';

/** One call in the reader's text; `name` is null at the top level of the cell. */
export type StackFrame = Place & { name: string | null };

/** Frames beyond these, as of an endless recursion, say nothing new. */
const MOST = 20;

/** The frames of `stack` that lie in the module at `url`, innermost first. Reads the formats of V8, Firefox, Safari. */
export function readStack(stack: string, url: string, locate: Locate): StackFrame[] {
  if (url === '') return [];
  return stack
    .split('\n')
    .flatMap((line) => readFrame(line, url))
    .slice(0, MOST)
    .map((frame) => ({ ...frame, ...locate(frame) }));
}

export function frameText({ name, line, column }: StackFrame): string {
  return `at ${name ?? 'top level'} (line ${line}, column ${column})`;
}

function readFrame(text: string, url: string): StackFrame[] {
  const start = text.indexOf(`${url}:`);
  if (start === -1) return [];
  const name = readName(text.slice(0, start));
  const place = /^(\d+):(\d+)/.exec(text.slice(start + url.length + 1));
  if (name === undefined || place === null) return [];
  return [{ name, line: Number(place[1]), column: Number(place[2]) }];
}

/**
 * What stands before the address: `at async f (` in V8, `async*f@` in Firefox, `f@` in Safari. The cell itself is an
 * unnamed default export, which all call `default`, or `Module.default`. Undefined when this is no frame.
 */
function readName(before: string): string | null | undefined {
  const found =
    /^\s*at (?:async )?(?:(.*) )?\($/.exec(before) ??
    /^\s*at (?:async )?$/.exec(before) ??
    /^(?:async\*)?([^@]*)@$/.exec(before);
  if (found === null) return undefined;
  const name = found[1] ?? '';
  if (/^(.*\.)?\*?default\*?$|^module code$/.test(name)) return null;
  return name === '' ? 'anonymous function' : name;
}
