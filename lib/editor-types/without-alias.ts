type Part = { text: string; kind: string };

/**
 * A name of another cell is an import to the type checker, which shows it as `(alias) const n: number` and then
 * `import n`. To the reader it is just `const n: number`.
 */
export function withoutAlias(parts: readonly Part[]): Part[] {
  const head = parts.map((part) => part.text).slice(0, 4);
  if (head.join('') !== '(alias) ') return [...parts];
  const end = parts.findLastIndex((part, at) => part.text === 'import' && isNewLine(parts[at - 1]));
  return parts.slice(4, end > 0 ? end - 1 : undefined);
}

function isNewLine(part: Part | undefined): boolean {
  return part?.text === '\n';
}
