import type { AnyNode, Program, Statement } from 'acorn';
import { RUNTIME_NAME, walk } from '@/lib/notebook';
import { surelyEnds } from './counted-loop';
import type { Edit } from './edits';

const CHECK = `${RUNTIME_NAME}.check();`;

/**
 * A look at the Stop button at the start of the body of every loop, in the reader's functions too, but for counted
 * loops that surely end: there it would cost several times the work itself. A body without braces gets them.
 */
export function guardLoops(program: Program): Edit[] {
  const edits: Edit[] = [];
  walk(program, (node) => {
    const body = loopBody(node);
    if (body !== null) edits.push(...guard(body));
  });
  return edits;
}

function loopBody(node: AnyNode): Statement | null {
  switch (node.type) {
    case 'ForStatement':
      return surelyEnds(node) ? null : node.body;
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.body;
    default:
      return null;
  }
}

function guard(body: Statement): Edit[] {
  if (body.type === 'BlockStatement') return [{ at: body.start + 1, text: ` ${CHECK}` }];
  return [
    { at: body.start, text: `{ ${CHECK} ` },
    { at: body.end, text: ' }' },
  ];
}
