import { textAt, type Mutator } from './change';

/** A statement that is left out. Declarations stay: without them the code would only fail at the next use. */
export const statements: Mutator = (node, code) => {
  const isDropped =
    (node.type === 'ExpressionStatement' && node.directive === undefined) ||
    (node.type === 'IfStatement' && !node.alternate);
  if (!isDropped) return [];
  // Lines stay where they are.
  const lines = textAt(node, code).replace(/[^\n]/g, '');
  return [{ start: node.start, end: node.end, text: `;${lines}` }];
};
