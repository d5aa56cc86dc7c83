import type { AnyNode, Program } from 'acorn';
import { isFunction } from './children';

/**
 * The names declared at a program's top level that hold functions or classes, alone or in a list or a record: what
 * these read of other cells, they read whenever they are called. A function that a call gives is not seen.
 */
export function capturingNames(program: Program): string[] {
  return program.body.flatMap((node) => {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        return node.id === null ? [] : [node.id.name];
      case 'VariableDeclaration':
        return node.declarations.flatMap(({ id, init }) =>
          id.type === 'Identifier' && init && holdsFunction(init) ? [id.name] : [],
        );
      default:
        return [];
    }
  });
}

function holdsFunction(node: AnyNode): boolean {
  if (isFunction(node) || node.type === 'ClassExpression') return true;
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.some((element) => element !== null && holdsFunction(element));
    case 'ObjectExpression':
      return node.properties.some(
        (property) => property.type === 'Property' && holdsFunction(property.value),
      );
    case 'ConditionalExpression':
      return holdsFunction(node.consequent) || holdsFunction(node.alternate);
    default:
      return false;
  }
}
