import type { AnyNode } from 'acorn';
import { textAt, type Mutator } from './change';

/** `f(b, a)` for `f(a, b)`, where the two could stand in each other's place. */
export const swappedArguments: Mutator = (node, code) => {
  if (node.type !== 'CallExpression') return [];
  const [first, second] = node.arguments;
  if (first === undefined || second === undefined) return [];
  if (!isPlain(first) || !isPlain(second)) return [];
  const [a, b] = [textAt(first, code), textAt(second, code)];
  if (a === b) return [];
  const between = code.slice(first.end, second.start);
  return [{ start: first.start, end: second.end, text: b + between + a }];
};

/** Options and functions have a place that nobody mistakes. */
function isPlain({ type }: AnyNode): boolean {
  return ![
    'SpreadElement',
    'ObjectExpression',
    'ArrowFunctionExpression',
    'FunctionExpression',
  ].includes(type);
}
