import type { AnyNode, Program } from 'acorn';
import { isFunction, RUNTIME_NAME, walk, type FunctionNode } from '@/lib/notebook';
import type { Edit } from './edits';

/** A function, a name that it may be called by, and every name that stands in it. */
type Named = { node: FunctionNode; name: string; mentions: ReadonlySet<string> };

/**
 * A look at the Stop button at the start of each function that may come back to itself, through others or as a callback
 * too: a recursion can take for ever without a loop. It goes by names alone, so some that never do have one as well.
 */
export function guardRecursion(program: Program): Edit[] {
  const functions = namedFunctions(program);
  const mentioned = new Map<string, string[]>();
  for (const { name, mentions } of functions) {
    mentioned.set(name, [...(mentioned.get(name) ?? []), ...mentions]);
  }
  const recursive = functions.filter(({ name, mentions }) => reaches(mentions, name, mentioned));
  return [...new Set(recursive.map(({ node }) => node))].flatMap(guard);
}

function namedFunctions(program: Program): Named[] {
  const found: Named[] = [];
  walk(program, (node) => {
    const [name, value] = naming(node);
    if (name === null || !value) return;
    for (const inner of functionsOf(value)) {
      found.push({ node: inner, name, mentions: namesIn(inner) });
    }
  });
  return found;
}

/** The name that a node gives, and what it gives it to. */
function naming(node: AnyNode): [name: string | null, value?: AnyNode | null] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return [node.id?.name ?? null, node];
    case 'VariableDeclarator':
      return [nameOf(node.id), node.init];
    case 'AssignmentExpression':
      return [nameOf(node.left), node.right];
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return [node.computed ? null : nameOf(node.key), node.value];
    default:
      return [null];
  }
}

/** `f` of `f`, of `o.f` and of `#f`. */
function nameOf(node: AnyNode): string | null {
  if (node.type === 'MemberExpression') return node.computed ? null : nameOf(node.property);
  return node.type === 'Identifier' || node.type === 'PrivateIdentifier' ? node.name : null;
}

/** The outermost functions of an expression: `memo((n) => …)` is called by the name of what it gives, too. */
function functionsOf(value: AnyNode): FunctionNode[] {
  const found: FunctionNode[] = [];
  walk(value, (node) => {
    if (!isFunction(node)) return true;
    found.push(node);
    return false;
  });
  return found;
}

function namesIn({ params, body }: FunctionNode): Set<string> {
  const names = new Set<string>();
  for (const part of [...params, body]) {
    walk(part, (node) => {
      if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') names.add(node.name);
    });
  }
  return names;
}

function reaches(
  from: ReadonlySet<string>,
  name: string,
  mentioned: ReadonlyMap<string, readonly string[]>,
): boolean {
  // A set that is added to while it is walked goes on with what was added.
  const reached = new Set(from);
  for (const each of reached) for (const next of mentioned.get(each) ?? []) reached.add(next);
  return reached.has(name);
}

function guard({ body }: FunctionNode): Edit[] {
  if (body.type === 'BlockStatement') {
    return [{ at: body.start + 1, text: ` ${RUNTIME_NAME}.check();` }];
  }
  return [
    { at: body.start, text: `(${RUNTIME_NAME}.check(), ` },
    { at: body.end, text: ')' },
  ];
}
