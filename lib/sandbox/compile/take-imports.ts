import type { Program } from 'acorn';

type ImportDeclaration = Extract<Program['body'][number], { type: 'ImportDeclaration' }>;

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

function binding(specifier: ImportDeclaration['specifiers'][number]): string {
  const local = specifier.local.name;
  if (specifier.type !== 'ImportSpecifier') return `${local} = ${NAMESPACE}`;
  const { imported } = specifier;
  const name = imported.type === 'Identifier' ? imported.name : String(imported.value);
  if (name === 'default') return `${local} = ${NAMESPACE}`;
  return `{ ${JSON.stringify(name)}: ${local} } = ${NAMESPACE}`;
}
