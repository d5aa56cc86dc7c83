import type { AnyNode, Identifier, Program } from 'acorn';
import { walk } from './children';
import type { FreeNames } from './free-names';

/** The methods of TensorFlow.js's models, layers and variables that change their weights, or take them away. */
const CHANGES = new Set([
  'fit',
  'fitDataset',
  'trainOnBatch',
  'setWeights',
  'loadWeights',
  'assign',
  'dispose',
]);

/** The methods of models and optimizers that train, whatever they are called on. */
const TRAININGS = new Set(['fit', 'fitDataset', 'trainOnBatch', 'minimize', 'applyGradients']);

/** Methods that give a part of their object, rather than something new. */
const PARTS = new Set(['getLayer', 'at']);

/** The free names on which, or on parts of which, the program calls such a method: `model`, of `model.layers[0].setWeights()`. */
export function trainedNames(program: Program, { reads }: FreeNames): string[] {
  const free = new Set(reads);
  const found = new Set<string>();
  walk(program, (node) => {
    if (node.type !== 'CallExpression') return;
    const method = methodOf(node.callee);
    const root = method !== null && CHANGES.has(method.name) ? rootOf(method.object) : null;
    if (root !== null && free.has(root)) found.add(root.name);
  });
  return [...found];
}

/** Whether the program trains anything, a model of its own included. */
export function callsTraining(program: Program): boolean {
  let found = false;
  walk(program, (node) => {
    if (node.type === 'CallExpression') found ||= TRAININGS.has(methodOf(node.callee)?.name ?? '');
  });
  return found;
}

type Method = { name: string; object: AnyNode };

function methodOf(callee: AnyNode): Method | null {
  if (callee.type !== 'MemberExpression' || callee.computed) return null;
  const { object, property } = callee;
  return property.type === 'Identifier' ? { name: property.name, object } : null;
}

/** `model`, of `model.layers[0]` and `model.getLayer('a')`; null for what a call has made. */
function rootOf(node: AnyNode): Identifier | null {
  switch (node.type) {
    case 'Identifier':
      return node;
    case 'MemberExpression':
      return rootOf(node.object);
    case 'ChainExpression':
      return rootOf(node.expression);
    case 'CallExpression': {
      const method = methodOf(node.callee);
      return method !== null && PARTS.has(method.name) ? rootOf(method.object) : null;
    }
    default:
      return null;
  }
}
