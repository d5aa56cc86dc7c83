import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { boundBy, hoisted, imported, lexical } from './bindings';
import { children, type FunctionNode } from './children';

/** Identifiers in the order of the text; `a += 1` is in both lists. */
export type Uses = { reads: Identifier[]; writes: Identifier[] };

/** How a program uses the names that it does not itself declare, and, in `own`, those of its top level. */
export type FreeNames = Uses & { own: Uses };

/** Names visible in a stretch of code; `parent` is the stretch around it; `free` collects what none of them declares. */
type Scope = { names: ReadonlySet<string>; parent: Scope | null; free: FreeNames };

type Of<T extends AnyNode['type']> = Extract<AnyNode, { type: T }>;
type Visit<N> = (node: N, scope: Scope) => void;

/** Scopes are filled on entry, so that a name is found whether it is declared before or after its use. */
export function freeNames(program: Program): FreeNames {
  const free: FreeNames = { reads: [], writes: [], own: { reads: [], writes: [] } };
  const { body } = program;
  const own = [...imported(program), ...hoisted(body), ...lexical(body)];
  visitAll(body, { names: namesOf(own), parent: null, free });
  for (const uses of [free, free.own]) {
    uses.reads.sort(byStart);
    uses.writes.sort(byStart);
  }
  return free;
}

/** What is not here holds no names of its own, and is seen through to what is below it. */
const VISITS: { [T in AnyNode['type']]?: Visit<Of<T>> } = {
  Identifier: (node, scope) => note('reads', node, scope),
  MemberExpression: visitKeyed,
  Property: visitKeyed,
  MethodDefinition: visitKeyed,
  PropertyDefinition: visitKeyed,
  LabeledStatement: (node, scope) => visit(node.body, scope),
  BreakStatement: ignore,
  ContinueStatement: ignore,
  MetaProperty: ignore,
  ImportDeclaration: ignore,
  ExportAllDeclaration: ignore,
  ExportSpecifier: ignore,
  FunctionDeclaration: visitFunction,
  FunctionExpression: visitFunction,
  ArrowFunctionExpression: visitFunction,
  ClassDeclaration: visitClass,
  ClassExpression: visitClass,
  VariableDeclarator: visitDeclarator,
  AssignmentExpression: visitAssignment,
  UpdateExpression: visitUpdate,
  BlockStatement: (node, scope) => visitAll(node.body, within(scope, lexical(node.body))),
  StaticBlock: ({ body }, scope) =>
    visitAll(body, within(scope, [...hoisted(body), ...lexical(body)])),
  SwitchStatement: visitSwitch,
  ForStatement: visitFor,
  ForInStatement: visitForEach,
  ForOfStatement: visitForEach,
  CatchClause: visitCatch,
};

function visit(node: AnyNode, scope: Scope): void {
  const special = VISITS[node.type] as Visit<AnyNode> | undefined;
  if (special === undefined) visitAll(children(node), scope);
  else special(node, scope);
}

function visitAll(nodes: readonly (AnyNode | null | undefined)[], scope: Scope): void {
  for (const node of nodes) if (node) visit(node, scope);
}

function ignore(): void {}

/** A key that is not computed is no name. */
function visitKeyed(
  node: Of<'MemberExpression' | 'Property' | 'MethodDefinition' | 'PropertyDefinition'>,
  scope: Scope,
): void {
  const isMember = node.type === 'MemberExpression';
  if (node.computed) visit(isMember ? node.property : node.key, scope);
  visitAll([isMember ? node.object : node.value], scope);
}

function visitDeclarator({ id, init }: Of<'VariableDeclarator'>, scope: Scope): void {
  visitPattern(id, scope, ignore);
  visitAll([init], scope);
}

function visitAssignment(
  { operator, left, right }: Of<'AssignmentExpression'>,
  scope: Scope,
): void {
  visitTargets(left, scope);
  if (operator !== '=' && left.type === 'Identifier') visit(left, scope);
  visit(right, scope);
}

function visitUpdate({ argument }: Of<'UpdateExpression'>, scope: Scope): void {
  if (argument.type === 'Identifier') note('writes', argument, scope);
  visit(argument, scope);
}

function visitSwitch({ discriminant, cases }: Of<'SwitchStatement'>, scope: Scope): void {
  visit(discriminant, scope);
  const statements = cases.flatMap(({ consequent }) => consequent);
  visitAll([...cases.map(({ test }) => test), ...statements], within(scope, lexical(statements)));
}

function visitFor({ init, test, update, body }: Of<'ForStatement'>, scope: Scope): void {
  visitAll([init, test, update, body], within(scope, init ? lexical([init]) : []));
}

function visitForEach(node: Of<'ForInStatement' | 'ForOfStatement'>, scope: Scope): void {
  const { left, right, body } = node;
  if (left.type !== 'VariableDeclaration') {
    visitTargets(left, scope);
    return visitAll([right, body], scope);
  }
  visitAll([left, right, body], within(scope, lexical([left])));
}

function visitCatch({ param, body }: Of<'CatchClause'>, scope: Scope): void {
  const inner = within(scope, param ? boundBy(param) : []);
  if (param) visitPattern(param, inner, ignore);
  visit(body, inner);
}

/** The parameters' defaults see the parameters, and not what the body declares. */
function visitFunction(node: FunctionNode, scope: Scope): void {
  const named = node.type === 'FunctionExpression' && node.id ? within(scope, [node.id]) : scope;
  const implicit = node.type === 'ArrowFunctionExpression' ? [] : ['arguments'];
  const inner = within(named, node.params.flatMap(boundBy), implicit);
  for (const parameter of node.params) visitPattern(parameter, inner, ignore);
  if (node.body.type !== 'BlockStatement') return visit(node.body, inner);
  const { body } = node.body;
  visitAll(body, within(inner, [...hoisted(body), ...lexical(body)]));
}

function visitClass(node: Of<'ClassDeclaration' | 'ClassExpression'>, scope: Scope): void {
  visitAll([node.superClass, node.body], within(scope, node.id ? [node.id] : []));
}

function visitTargets(pattern: Pattern, scope: Scope): void {
  visitPattern(pattern, scope, (name) => note('writes', name, scope));
}

/** Calls `bind` for each name that the pattern sets; its defaults and computed keys are read like any expression. */
function visitPattern(pattern: Pattern, scope: Scope, bind: (name: Identifier) => void): void {
  switch (pattern.type) {
    case 'Identifier':
      return bind(pattern);
    case 'MemberExpression':
      return visit(pattern, scope);
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'Property' && property.computed) visit(property.key, scope);
        visitPattern(property.type === 'Property' ? property.value : property, scope, bind);
      }
      return;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) visitPattern(element, scope, bind);
      return;
    case 'RestElement':
      return visitPattern(pattern.argument, scope, bind);
    case 'AssignmentPattern':
      visitPattern(pattern.left, scope, bind);
      return visit(pattern.right, scope);
    default:
      return pattern satisfies never;
  }
}

function within(parent: Scope, names: Identifier[], implicit: string[] = []): Scope {
  return { names: new Set([...namesOf(names), ...implicit]), parent, free: parent.free };
}

function namesOf(nodes: Identifier[]): Set<string> {
  return new Set(nodes.map(({ name }) => name));
}

function note(use: keyof Uses, node: Identifier, scope: Scope): void {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    if (!at.names.has(node.name)) continue;
    if (at.parent === null) scope.free.own[use].push(node);
    return;
  }
  scope.free[use].push(node);
}

function byStart(a: Identifier, b: Identifier): number {
  return a.start - b.start;
}
