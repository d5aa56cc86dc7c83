import type { AnyNode, Program, Statement } from 'acorn';
import { isFunction, RUNTIME_NAME, walk } from '@/lib/notebook';
import { surelyEnds } from './counted-loop';
import type { Edit } from './edits';

const CHECK = `${RUNTIME_NAME}.check();`;
const TURN = `if (${RUNTIME_NAME}.due()) await ${RUNTIME_NAME}.turn();`;

/**
 * A look at the Stop button at the start of the body of every loop, in the reader's functions too, but for counted
 * loops that surely end: there it would cost several times the work itself. A body without braces gets them.
 *
 * A loop that awaits also lets messages in from time to time: what it awaits may be settled already, and then neither
 * a Stop nor a control's new value would ever arrive.
 */
export function guardLoops(program: Program): Edit[] {
  const edits: Edit[] = [];
  walk(program, (node) => {
    const body = loopBody(node);
    if (body !== null) edits.push(...guard(body, awaits(node) ? `${CHECK} ${TURN}` : CHECK));
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

/** Whether each round may wait: not in what is evaluated once before the first, and not in functions of its own. */
function awaits(loop: AnyNode): boolean {
  if (loop.type === 'ForOfStatement' && loop.await) return true;
  let found = false;
  for (const part of rounds(loop)) {
    walk(part, (node) => {
      if (node.type === 'AwaitExpression') found = true;
      if (node.type === 'ForOfStatement' && node.await) found = true;
      return !found && !isFunction(node);
    });
  }
  return found;
}

function rounds(loop: AnyNode): AnyNode[] {
  switch (loop.type) {
    case 'ForStatement':
      return [loop.test, loop.update, loop.body].filter(
        (part) => part !== null && part !== undefined,
      );
    case 'WhileStatement':
    case 'DoWhileStatement':
      return [loop.test, loop.body];
    case 'ForInStatement':
    case 'ForOfStatement':
      return [loop.body];
    default:
      return [];
  }
}

function guard(body: Statement, text: string): Edit[] {
  if (body.type === 'BlockStatement') return [{ at: body.start + 1, text: ` ${text}` }];
  return [
    { at: body.start, text: `{ ${text} ` },
    { at: body.end, text: ' }' },
  ];
}
