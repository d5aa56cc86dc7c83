import type { Program } from 'acorn';
import { importedName, type ImportDeclaration, type ImportSpecifier } from './imported-name';

/** Where the sandbox keeps TensorFlow.js for cells. */
const NAMESPACE = 'globalThis.tf';

/**
 * Removes a cell's imports and gives the declarations that stand for them. As imports do, these have to come before
 * all other code. Every other character keeps its line and column.
 */
export function takeImports(
  code: string,
  program: Program,
): { code: string; declarations: string } {
  const imports = program.body.filter((node) => node.type === 'ImportDeclaration');
  let rest = code;
  for (const { start, end } of imports) {
    // The semicolon keeps the lines before and after from becoming one statement.
    const blank = `;${code.slice(start + 1, end).replace(/[^\n\r]/g, ' ')}`;
    rest = rest.slice(0, start) + blank + rest.slice(end);
  }
  return { code: rest, declarations: imports.map(declare).join('') };
}

function declare({ specifiers }: ImportDeclaration): string {
  return specifiers.map((specifier) => `const ${binding(specifier)}; `).join('');
}

function binding(specifier: ImportSpecifier): string {
  const local = specifier.local.name;
  const name = importedName(specifier);
  if (name === null) return `${local} = ${NAMESPACE}`;
  return `{ ${JSON.stringify(name)}: ${local} } = ${NAMESPACE}`;
}
