import type { AnyNode, Program } from 'acorn';
import { isFunction, parse, walk, type Place } from '@/lib/notebook';

/**
 * Whether the code at this place of a cell stands directly in a function that can keep nothing from one call to the
 * next, unless in what its cell declares with `const`: a function at the cell's top level, in a cell without
 * variables that can change.
 */
export function isOpenFunction(code: string, { line, column }: Place): boolean {
  try {
    const { code: bare, program } = parse(code);
    const offset = offsetAt(bare, line, column);
    return (
      hasConstantsAlone(program) && functionsAround(program, offset).every(isTopLevel(program))
    );
  } catch {
    return false;
  }
}

function hasConstantsAlone({ body }: Program): boolean {
  return body.every((node) => node.type !== 'VariableDeclaration' || node.kind === 'const');
}

/** A class counts as one, since its private and static fields are kept. */
function functionsAround(program: Program, offset: number): AnyNode[] {
  const found: AnyNode[] = [];
  walk(program, (node) => {
    const isAround = node.start <= offset && offset < node.end;
    if (isAround && (isFunction(node) || node.type.startsWith('Class'))) found.push(node);
    return isAround;
  });
  return found;
}

function isTopLevel({ body }: Program): (node: AnyNode) => boolean {
  const initial = body.flatMap((node) =>
    node.type === 'VariableDeclaration' ? node.declarations.map(({ init }) => init) : [],
  );
  const topmost = new Set<unknown>([...body, ...initial]);
  return (node) => topmost.has(node) && isFunction(node);
}

function offsetAt(code: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = code.indexOf('\n', start) + 1;
  return start + column - 1;
}
