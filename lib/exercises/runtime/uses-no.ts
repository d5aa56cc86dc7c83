import type { AnyNode, Program } from 'acorn';
import { parse, placeOf, walk } from '@/lib/notebook';
import { Failure } from './failure';

/**
 * `usesNo('tf.layers', ...)` for this answer: it has no such name, and no such member of one. Seen through: brackets
 * with a text, destructuring, imports, and other names for `tf` itself.
 */
export function createUsesNo(answer: string): (...names: string[]) => void {
  return (...names) => {
    const { program } = parse(answer);
    const aliases = aliasesOf(program);
    walk(program, (node) => {
      const used = pathOf(node, aliases).find((path) => names.includes(path));
      if (used === undefined) return;
      const { line } = placeOf(node);
      throw new Failure(`Line ${line} uses \`${used}\`, which this exercise is to do without.`);
    });
  };
}

type Aliases = ReadonlyMap<string, string>;

/** What names stand for: `const { layers } = tf`, `const t = tf`, `import { layers } from '@tensorflow/tfjs'`. */
function aliasesOf(program: Program): Aliases {
  const aliases = new Map<string, string>();
  walk(program, (node) => {
    if (node.type === 'ImportDeclaration') {
      for (const { type, local, ...specifier } of node.specifiers) {
        const imported = 'imported' in specifier ? nameOf(specifier.imported) : null;
        aliases.set(local.name, type === 'ImportSpecifier' ? `tf.${imported}` : 'tf');
      }
    }
    if (node.type !== 'VariableDeclarator' || !node.init) return;
    const from = memberPath(node.init, aliases);
    if (from === null) return;
    if (node.id.type === 'Identifier') aliases.set(node.id.name, from);
    for (const [key, local] of destructured(node.id)) aliases.set(local, `${from}.${key}`);
  });
  return aliases;
}

function destructured(pattern: AnyNode): [key: string, local: string][] {
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property): [string, string][] => {
    if (property.type !== 'Property') return [];
    const key = nameOf(property.key);
    const { value } = property;
    const target = value.type === 'AssignmentPattern' ? value.left : value;
    return key !== null && target.type === 'Identifier' ? [[key, target.name]] : [];
  });
}

/** The paths that a node names, by itself and as what destructuring takes of it. */
function pathOf(node: AnyNode, aliases: Aliases): string[] {
  if (node.type === 'ImportDeclaration') {
    return node.specifiers.map(({ local }) => aliases.get(local.name) ?? '');
  }
  if (node.type === 'VariableDeclarator' && node.init) {
    const from = memberPath(node.init, aliases);
    return from === null ? [] : destructured(node.id).map(([key]) => `${from}.${key}`);
  }
  const path = memberPath(node, aliases);
  return path === null ? [] : [path];
}

/** `tf.layers` of `tf['layers']`; null for what is no chain of names. */
function memberPath(node: AnyNode, aliases: Aliases): string | null {
  if (node.type === 'Identifier') return aliases.get(node.name) ?? node.name;
  if (node.type === 'ChainExpression') return memberPath(node.expression, aliases);
  if (node.type !== 'MemberExpression') return null;
  const object = node.object.type === 'Super' ? null : memberPath(node.object, aliases);
  const key = node.computed ? textOf(node.property) : nameOf(node.property);
  if (object === 'globalThis' || object === 'self') return key;
  return object === null || key === null ? null : `${object}.${key}`;
}

function nameOf(node: AnyNode): string | null {
  return node.type === 'Identifier' ? node.name : textOf(node);
}

function textOf(node: AnyNode): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}
