import type { AnyNode } from 'acorn';
import { children } from '@/lib/notebook/children';
import { parse } from '@/lib/notebook/parse';
import { applied, textAt, type Change, type Mutator } from './change';
import { chooseEvenly } from './choose-evenly';
import { constants, isNoConstant } from './constants';
import { operators } from './operators';
import { statements } from './statements';
import { swappedArguments } from './swapped-arguments';

/** A solution with one thing wrong. */
export type Mutant = {
  /** JavaScript, line for line the solution. */
  code: string;
  /** 1-based, in the solution. */
  line: number;
  /** What was changed, in words. */
  what: string;
};

const MUTATORS: readonly Mutator[] = [operators, constants, statements, swappedArguments];
const MOST = 12;
const LONG = 40;

/**
 * At most `most` ways of getting a solution wrong, evenly over its text; lines between `// given` and `// end given`
 * are not the reader's and stay as they are.
 *
 * @throws {SyntaxProblem} when the solution can't be parsed.
 */
export function mutantsOf(solution: string, most = MOST): Mutant[] {
  const { code, program } = parse(solution);
  const given = givenLines(solution);
  const changes = changesBelow(program, code)
    .filter((change) => !given.has(lineOf(change.start, code)) && canBeRead(change, code))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return chooseEvenly(changes, most).map((change) => toMutant(change, code));
}

/** `a +-b` would become `a --b`. */
function canBeRead(change: Change, code: string): boolean {
  try {
    parse(applied(change, code));
    return true;
  } catch {
    return false;
  }
}

function changesBelow(node: AnyNode, code: string): Change[] {
  if (isNoConstant(node)) return [];
  const own = MUTATORS.flatMap((mutator) => mutator(node, code));
  return [...own, ...changeable(node).flatMap((child) => changesBelow(child, code))];
}

/** What names a property is no constant, and the source of an import is no text. */
function changeable(node: AnyNode): AnyNode[] {
  if (node.type === 'ImportDeclaration') return [];
  const isKey = (child: AnyNode) => 'key' in node && node.key === child && 'computed' in node;
  return children(node).filter((child) => !isKey(child) || ('computed' in node && node.computed));
}

function toMutant(change: Change, code: string): Mutant {
  const before = inOneLine(textAt(change, code));
  const after = inOneLine(change.text);
  return {
    code: applied(change, code),
    line: lineOf(change.start, code),
    what: isNothing(after) ? `without \`${before}\`` : `\`${after}\` for \`${before}\``,
  };
}

const isNothing = (text: string) => text === '' || text === ';';

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONG ? `${line.slice(0, LONG)}…` : line;
}

function lineOf(offset: number, code: string): number {
  return code.slice(0, offset).split('\n').length;
}

function givenLines(source: string): Set<number> {
  const given = new Set<number>();
  let inside = false;
  source.split('\n').forEach((text, index) => {
    if (/^\s*\/\/ given\s*$/.test(text)) inside = true;
    if (inside) given.add(index + 1);
    if (/^\s*\/\/ end given\s*$/.test(text)) inside = false;
  });
  return given;
}
