import type { AnyNode, Expression, ForStatement } from 'acorn';
import { boundBy, children, isFunction, walk } from '@/lib/notebook';

/** More rounds than this, even of an empty loop, take longer than a reader waits. */
const ROUNDS = 1e9;

/**
 * Whether a loop ends by itself, and soon: `for (let i = a; i < b; i++)` (or `<=`, or downwards, or by a literal step)
 * around straight code: no call, no wait, no function, no loop. Neither `i` nor anything that `b` is made of changes
 * in the body. Getters and proxies could still change it; Stop then replaces the worker.
 */
export function surelyEnds(loop: ForStatement): boolean {
  const counter = counterOf(loop);
  if (counter === null || !isStraight(loop.body)) return false;
  const { test } = loop;
  if (test?.type !== 'BinaryExpression' || !isName(test.left, counter)) return false;
  const direction = test.operator.startsWith('<') ? 1 : test.operator.startsWith('>') ? -1 : 0;
  if (!/^[<>]=?$/.test(test.operator) || stepOf(loop, counter) !== direction) return false;
  const changes = changesIn(loop.body);
  // `x[i] = …` at an `i` that is not below `x.length` makes `x` longer in every round.
  const isBelowLength = test.operator === '<' && isLength(test.right);
  if (direction === 1 && changes.indexes.has(counter) && !isBelowLength) changes.keys.add('length');
  return !changes.names.has(counter) && isSteady(test.right, counter, changes);
}

/** `x.length`, or less by a number that is written out. */
function isLength(bound: AnyNode): boolean {
  if (bound.type === 'BinaryExpression') {
    return bound.operator === '-' && bound.right.type === 'Literal' && isLength(bound.left);
  }
  return bound.type === 'MemberExpression' && keyOf(bound) === 'length';
}

/** The variable that the loop declares and steps. */
function counterOf({ init, update }: ForStatement): string | null {
  if (init?.type !== 'VariableDeclaration' || init.kind !== 'let') return null;
  const target =
    update?.type === 'UpdateExpression'
      ? update.argument
      : update?.type === 'AssignmentExpression'
        ? update.left
        : null;
  const names = init.declarations.flatMap(({ id }) => boundBy(id)).map(({ name }) => name);
  return target?.type === 'Identifier' && names.includes(target.name) ? target.name : null;
}

/** 1 for a step up, -1 for a step down, null for one that can't be told. */
function stepOf({ update }: ForStatement, counter: string): 1 | -1 | null {
  if (update?.type === 'UpdateExpression') return update.operator === '++' ? 1 : -1;
  if (update?.type !== 'AssignmentExpression' || !isName(update.left, counter)) return null;
  const { operator, right } = update;
  if (right.type !== 'Literal' || typeof right.value !== 'number' || !(right.value > 0))
    return null;
  return operator === '+=' ? 1 : operator === '-=' ? -1 : null;
}

function isStraight(body: AnyNode): boolean {
  let straight = true;
  walk(body, (node) => {
    if (isFunction(node) || OPEN_ENDED.test(node.type)) straight = false;
    return straight;
  });
  return straight;
}

/** A spread, a `new` and a template's tag run code that is elsewhere, as a call does. */
const OPEN_ENDED =
  /^(Call|New|TaggedTemplate|Await|Yield|Import)Expression$|^Class|^SpreadElement$|^(For\w*|While|DoWhile)Statement$/;

/**
 * What a body assigns: names, and properties of whatever object, which may be the bound's by another name.
 * `indexes` are the variables that stand between brackets, `anyKey` says that something else stood there.
 */
type Changes = { names: Set<string>; keys: Set<string>; indexes: Set<string>; anyKey: boolean };

function changesIn(body: AnyNode): Changes {
  const changes: Changes = { names: new Set(), keys: new Set(), indexes: new Set(), anyKey: false };
  walk(body, (node) => {
    if (node.type === 'AssignmentExpression') noteTarget(node.left, changes);
    if (node.type === 'UpdateExpression') noteTarget(node.argument, changes);
    if (node.type === 'UnaryExpression' && node.operator === 'delete') changes.anyKey = true;
    if (node.type === 'VariableDeclarator') {
      boundBy(node.id).forEach(({ name }) => changes.names.add(name));
    }
  });
  return changes;
}

function noteTarget(target: AnyNode, changes: Changes): void {
  if (target.type === 'Identifier') changes.names.add(target.name);
  else if (target.type !== 'MemberExpression') {
    for (const part of children(target)) noteTarget(part, changes);
  } else {
    const key = keyOf(target);
    if (key !== null) changes.keys.add(key);
    else if (target.property.type === 'Identifier') changes.indexes.add(target.property.name);
    else changes.anyKey = true;
  }
}

/** Whether an expression has the same finite value in every round. */
function isSteady(bound: Expression | AnyNode, counter: string, changes: Changes): boolean {
  switch (bound.type) {
    case 'Literal':
      return typeof bound.value === 'number' && Math.abs(bound.value) <= ROUNDS;
    case 'Identifier':
      return bound.name !== counter && bound.name !== 'Infinity' && !changes.names.has(bound.name);
    case 'ThisExpression':
      return true;
    case 'BinaryExpression':
      return (
        /^[-+*/%]$/.test(bound.operator) &&
        isSteady(bound.left, counter, changes) &&
        isSteady(bound.right, counter, changes)
      );
    case 'MemberExpression': {
      const key = keyOf(bound);
      return (
        key !== null && isKept(key, counter, changes) && isSteady(bound.object, counter, changes)
      );
    }
    default:
      return false;
  }
}

/**
 * Where `i < x.length`, `x[i] = …` can't lengthen `x`, and `x[j] = …` can only once, if `j` does not change. An element that is itself the bound, as in `shape[0]`, must not be written at all. The value of `i` is a
 * number, so it can't name any other bound; `j` might.
 */
function isKept(key: string, counter: string, { names, keys, indexes, anyKey }: Changes): boolean {
  if (anyKey || keys.has(key) || /INFINITY|MAX_VALUE|MAX_SAFE_INTEGER/.test(key)) return false;
  if (/^\d+$/.test(key)) return indexes.size === 0;
  return [...indexes].every(
    (index) => index === counter || (key === 'length' && !names.has(index)),
  );
}

/** `length` of `x.length`, `0` of `x[0]`; null for a key that is computed, or may not be there. */
function keyOf(node: Extract<AnyNode, { type: 'MemberExpression' }>): string | null {
  const { property, computed, optional } = node;
  if (optional) return null;
  if (property.type === 'PrivateIdentifier') return `#${property.name}`;
  if (!computed) return property.type === 'Identifier' ? property.name : null;
  return property.type === 'Literal' && typeof property.value === 'number'
    ? (property.raw ?? null)
    : null;
}

function isName(node: AnyNode, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
