import type { AnyNode, Identifier, Program } from 'acorn';
import { isFunction, walk } from './children';
import { importProblem } from './imports';
import type { Place, Problem } from './problem';

/** The name under which compiled code reaches the runtime. */
export const RUNTIME_NAME = '$cell';

/** The first thing in a program that JavaScript allows and a cell does not. `reads` are the program's free names. */
export function firstBreach(program: Program, reads: readonly Identifier[]): Problem | null {
  const found: (Problem & { start: number })[] = [];
  const report = (node: AnyNode, message: string | null) => {
    if (message !== null) found.push({ message, ...placeOf(node), start: node.start });
  };
  walk(program, (node) => report(node, breach(node)));
  walkOutsideFunctions(program, (node) => {
    if (node.type === 'ReturnStatement') report(node, RETURN);
  });
  for (const node of reads) if (node.name === 'arguments') report(node, ARGUMENTS);
  const [first] = found.sort((a, b) => a.start - b.start);
  return first === undefined
    ? null
    : { message: first.message, line: first.line, column: first.column };
}

/** A node's start in the reader's text. */
export function placeOf(node: AnyNode): Place {
  return { line: node.loc?.start.line ?? 1, column: (node.loc?.start.column ?? 0) + 1 };
}

const RETURN =
  'A cell can’t `return`. To show a value, write it as the last line; to pass it on, give it a name with `const`.';
const ARGUMENTS = '`arguments` is there only inside a function.';
const EXPORT =
  'A cell has no exports. Remove `export`: every name that it declares can be used in the other cells.';
const RESERVED = `\`${RUNTIME_NAME}\` is a name that the page itself uses. Choose another one.`;
const DYNAMIC =
  'A cell can’t load code with `import()`. `tf` is already there; put other code into a cell.';

function breach(node: AnyNode): string | null {
  if (node.type === 'ImportDeclaration') return importProblem(String(node.source.value));
  if (node.type === 'ImportExpression') return DYNAMIC;
  if (node.type === 'Identifier' && node.name === RUNTIME_NAME) return RESERVED;
  return node.type.startsWith('Export') && node.type !== 'ExportSpecifier' ? EXPORT : null;
}

function walkOutsideFunctions(program: Program, visit: (node: AnyNode) => void): void {
  walk(program, (node) => {
    if (isFunction(node)) return false;
    visit(node);
  });
}
