import type { Program } from 'acorn';
import { analyzeProgram, type Problem } from '@/lib/notebook';
import { nearName } from '@/lib/words/near-name';
import { WHERE_IN_TF } from '../errors/hints/where-in-tf';
import { importedName, type ImportSpecifier } from './imported-name';

/** Where people look for what stands in a part of `tf`. */
const PARTS = [
  ...['layers', 'train', 'losses', 'data', 'metrics', 'initializers', 'regularizers'],
  ...['constraints', 'callbacks', 'image', 'linalg', 'signal', 'browser'],
];

type Names = Readonly<Record<string, unknown>>;
type Cell = { source: string; code: string; program: Program };

/**
 * The first name that a cell imports and `tf` has not. A name that stands only for a type is none: the code that people
 * copy often imports those without `type`, and nothing is left of them when it runs.
 *
 * @param cell the reader's text, and what is left of it without its types
 */
export function missingImport(cell: Cell, tf: Names): Problem | null {
  const imports = cell.program.body.filter((node) => node.type === 'ImportDeclaration');
  for (const { source, specifiers } of imports) {
    for (const specifier of specifiers) {
      const name = importedName(specifier);
      if (name === null || Object.hasOwn(tf, name) || isTypeOnly(specifier, cell)) continue;
      const { line, column } = specifier.loc!.start;
      const message = `\`${String(source.value)}\` has no \`${name}\`: ${advice(name, tf)}.`;
      return { message, line, column: column + 1 };
    }
  }
  return null;
}

function isTypeOnly({ local }: ImportSpecifier, { source, code, program }: Cell): boolean {
  if (mentions(local.name, source) === mentions(local.name, code)) return false;
  const body = program.body.filter((node) => node.type !== 'ImportDeclaration');
  return !analyzeProgram({ ...program, body }).reads.includes(local.name);
}

function mentions(name: string, text: string): number {
  return text.match(/[\p{ID_Continue}$]+/gu)?.filter((word) => word === name).length ?? 0;
}

function advice(name: string, tf: Names): string {
  const part = PARTS.find((each) => functionsIn(tf[each]).includes(name));
  if (part !== undefined) return inPart(part, name);
  const near = nearName(name, Object.keys(tf));
  if (near !== null) return `write \`${near}\`, the nearest name that it has`;
  for (const each of PARTS) {
    const nearInPart = nearName(name, functionsIn(tf[each]));
    if (nearInPart !== null) return inPart(each, nearInPart);
  }
  return `${WHERE_IN_TF}, or remove it if it is only a type`;
}

const inPart = (part: string, name: string) =>
  `write \`tf.${part}.${name}\`, which needs no import`;

/** `tf.train` is a class, and the others are namespaces; a prototype is neither's function. */
function functionsIn(part: unknown): string[] {
  if (part === null || (typeof part !== 'object' && typeof part !== 'function')) return [];
  return Object.getOwnPropertyNames(part).filter(
    (name) => typeof (part as Names)[name] === 'function',
  );
}
