import type { Program } from 'acorn';
import { RUNTIME_NAME } from '@/lib/notebook';
import type { Edit } from './edits';

/** Passes the value of the last statement, if it is an expression, to `$cell.last`; of a promise, what it gives. */
export function showLast(code: string, program: Program): Edit[] {
  const last = program.body.at(-1);
  if (last?.type !== 'ExpressionStatement') return [];
  const end = code[last.end - 1] === ';' ? last.end - 1 : last.end;
  return [
    { at: last.start, text: `${RUNTIME_NAME}.last(await (` },
    { at: end, text: '))' },
  ];
}
