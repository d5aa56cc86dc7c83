import type { AnyNode } from 'acorn';
import type { Mutator } from './change';

const SMALL = 1e-3;
const FEW = 10;
const ACTIVATIONS = ['elu', 'relu', 'selu', 'sigmoid', 'softmax', 'softplus', 'tanh'];

/** Another number, the other truth value, and no activation in place of one. */
export const constants: Mutator = (node) => {
  if (node.type !== 'Literal') return [];
  const text = otherValue(node.value);
  return text === null ? [] : [{ start: node.start, end: node.end, text }];
};

/** Names of properties, and seeds: another seed is no mistake. */
export function isNoConstant(node: AnyNode): boolean {
  return node.type === 'Property' && !node.computed && /^['"]?seed['"]?$/i.test(nameOf(node.key));
}

function otherValue(value: unknown): string | null {
  switch (typeof value) {
    case 'number':
      return String(otherNumber(value));
    case 'boolean':
      return String(!value);
    case 'string':
      return ACTIVATIONS.includes(value) ? "'linear'" : null;
    default:
      return null;
  }
}

/** Far enough away to be seen: doubling an epsilon would change nothing that anyone could test. */
function otherNumber(value: number): number {
  if (Math.abs(value) < SMALL) return 1;
  return Number.isInteger(value) && value <= FEW ? value + 1 : value * 2;
}

function nameOf(key: AnyNode): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}
