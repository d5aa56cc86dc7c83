import type TypeScript from 'typescript';

export type TopLevelNames = {
  /** What other cells may read, values and types alike, and the offset of each name. */
  declared: Map<string, number>;
  /** Those of `declared` that carry their own `export`. */
  exported: Set<string>;
  /** What the cell imports; private to it. */
  imported: Set<string>;
};

/** The names that a file declares at its top level. Tolerates text that does not parse yet. */
export function topLevelNames(ts: typeof TypeScript, file: TypeScript.SourceFile): TopLevelNames {
  const names: TopLevelNames = { declared: new Map(), exported: new Set(), imported: new Set() };
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      importedNames(ts, statement).forEach((name) => names.imported.add(name));
      continue;
    }
    for (const identifier of declaredNames(ts, statement)) {
      if (identifier.text === '') continue;
      names.declared.set(identifier.text, identifier.getStart(file));
      if (isExported(ts, statement)) names.exported.add(identifier.text);
    }
  }
  return names;
}

function declaredNames(ts: typeof TypeScript, node: TypeScript.Statement): TypeScript.Identifier[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap((one) => boundNames(ts, one.name));
  }
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node);
  return declares && node.name ? [node.name] : [];
}

function boundNames(ts: typeof TypeScript, name: TypeScript.BindingName): TypeScript.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(ts, element.name),
  );
}

function importedNames(ts: typeof TypeScript, node: TypeScript.ImportDeclaration): string[] {
  const { name, namedBindings } = node.importClause ?? {};
  const named = !namedBindings
    ? []
    : ts.isNamespaceImport(namedBindings)
      ? [namedBindings.name]
      : namedBindings.elements.map((element) => element.name);
  return [...(name ? [name] : []), ...named].map((identifier) => identifier.text);
}

function isExported(ts: typeof TypeScript, node: TypeScript.Statement): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
