import type { Program } from 'acorn';

export type ImportDeclaration = Extract<Program['body'][number], { type: 'ImportDeclaration' }>;
export type ImportSpecifier = ImportDeclaration['specifiers'][number];

/** What an import asks for: `a` of `{ a as b }`; null for the whole namespace, which is the default export too. */
export function importedName(specifier: ImportSpecifier): string | null {
  if (specifier.type !== 'ImportSpecifier') return null;
  const { imported } = specifier;
  const name = imported.type === 'Identifier' ? imported.name : String(imported.value);
  return name === 'default' ? null : name;
}
