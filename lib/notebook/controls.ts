import type { Expression, Identifier, Program } from 'acorn';
import type { FreeNames } from './free-names';

/** A variable that holds a control, and the `input` of its declaration. */
export type BoundControl = { name: string; input: Identifier };

/**
 * The declarations `const rate = input.slider(...)` of a program's top level, also with an `await`. An `input` that the
 * cell itself declares or imports makes no controls.
 */
export function boundControls(program: Program, { reads }: FreeNames): BoundControl[] {
  const free = new Set(reads);
  const declarators = program.body.flatMap((node) =>
    node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [],
  );
  return declarators.flatMap(({ id, init }) => {
    const input = id.type === 'Identifier' && init ? inputOf(init) : null;
    return input !== null && free.has(input) ? [{ name: (id as Identifier).name, input }] : [];
  });
}

/** The `input` of `input.slider(...)`. */
function inputOf(init: Expression): Identifier | null {
  const call = init.type === 'AwaitExpression' ? init.argument : init;
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return null;
  const { object, computed } = call.callee;
  return !computed && object.type === 'Identifier' && object.name === 'input' ? object : null;
}
