import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { isFunction, walk } from './children';

/** The identifiers that a pattern binds: `a`, `b` and `c` of `{ a, x: [b = 1, ...c] }`. */
export function boundBy(pattern: Pattern): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'MemberExpression':
      return [];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundBy(property.type === 'RestElement' ? property : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : boundBy(element)));
    case 'RestElement':
      return boundBy(pattern.argument);
    case 'AssignmentPattern':
      return boundBy(pattern.left);
    default:
      return pattern satisfies never;
  }
}

/** What `var` declares in these nodes, however deep in blocks, but not in functions of their own. */
export function hoisted(nodes: readonly AnyNode[]): Identifier[] {
  const found: Identifier[] = [];
  for (const node of nodes) {
    walk(node, (inner) => {
      if (isFunction(inner) || inner.type === 'StaticBlock') return false;
      if (inner.type === 'VariableDeclaration' && inner.kind === 'var')
        found.push(...declared(inner));
    });
  }
  return found;
}

/** What `let`, `const`, `class` and `function` declare directly in a list of statements (in strict code). */
export function lexical(nodes: readonly AnyNode[]): Identifier[] {
  return nodes.flatMap((node) => {
    if (node.type === 'VariableDeclaration') return node.kind === 'var' ? [] : declared(node);
    const named = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration';
    return named && node.id !== null ? [node.id] : [];
  });
}

/** The local names that a program's imports make. */
export function imported(program: Program): Identifier[] {
  return program.body.flatMap((node) =>
    node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local) : [],
  );
}

function declared(node: Extract<AnyNode, { type: 'VariableDeclaration' }>): Identifier[] {
  return node.declarations.flatMap(({ id }) => boundBy(id));
}
