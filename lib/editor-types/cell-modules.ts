import type TypeScript from 'typescript';
import { cellFolder } from './check-options';
import { topLevelNames, type TopLevelNames } from './top-level-names';

/** A cell as the type checker meets it: `file` is its address, `version` changes whenever `text` does. */
export type CellSource = { file: string; version: string; text: string };

type Parsed = { version: string; tree: TypeScript.SourceFile; names: TopLevelNames };

/** A name that two cells declare, at the place where this one declares it. */
export type Clash = { name: string; start: number };

/**
 * Shows each cell of a lesson to the type checker as an ES module.
 *
 * The module is the reader's text, then one line that exports what the cell declares and imports what the other cells
 * do. The line comes last so that every offset below `length` is the reader's own. As modules, cells may use
 * top-level `await`, hide globals (`history`, `name`), and can't assign each other's names, which is what the notebook
 * does when it runs them.
 */
export class CellModules {
  private readonly parsed = new Map<string, Parsed>();

  constructor(
    private readonly ts: typeof TypeScript,
    private readonly sources: () => readonly CellSource[],
  ) {}

  files(): string[] {
    return this.sources().map((source) => source.file);
  }

  /** Characters of the reader's own text; undefined for a file that is not a cell. */
  length(file: string): number | undefined {
    return this.find(file)?.text.length;
  }

  text(file: string): string | undefined {
    const source = this.find(file);
    return source && source.text + this.footer(source);
  }

  /** Changes when the cell's text does, and when what it can read from other cells does. */
  version(file: string): string | undefined {
    const source = this.find(file);
    return source && source.version + this.footer(source);
  }

  /** The problems of the reader's text alone, within its bounds. */
  syntaxProblems(file: string): TypeScript.DiagnosticWithLocation[] {
    const source = this.find(file);
    if (!source) return [];
    const tree = this.parse(source).tree as TypeScript.SourceFile & {
      parseDiagnostics: TypeScript.DiagnosticWithLocation[];
    };
    const last = Math.max(0, source.text.trimEnd().length - 1);
    return tree.parseDiagnostics.map((problem) => ({
      ...problem,
      start: Math.min(problem.start, last),
      length: Math.max(1, Math.min(problem.length, source.text.length - problem.start)),
    }));
  }

  clashes(file: string): Clash[] {
    const source = this.find(file);
    if (!source) return [];
    const others = this.others(source).map((other) => this.parse(other).names.declared);
    const taken = new Set(others.flatMap((declared) => [...declared.keys()]));
    return [...this.parse(source).names.declared]
      .filter(([name]) => taken.has(name))
      .map(([name, start]) => ({ name, start }));
  }

  /** Whether a cell declares a name at its top level just there. */
  declaresAt(file: string, start: number): boolean {
    const source = this.find(file);
    if (!source) return false;
    return [...this.parse(source).names.declared.values()].includes(start);
  }

  private find(file: string): CellSource | undefined {
    return this.sources().find((source) => source.file === file);
  }

  private footer(source: CellSource): string {
    const { declared, exported, imported } = this.parse(source).names;
    const seen = new Set([...declared.keys(), ...imported]);
    const exports = [...declared.keys()].filter((name) => !exported.has(name));
    const imports = this.others(source).map((other) =>
      importLine(other.file, this.unseen(other, seen)),
    );
    return `\nexport { ${exports.join(', ')} };${imports.join('')}`;
  }

  /** Those of the same lesson, or of the same exercise. */
  private others({ file }: CellSource): CellSource[] {
    const folder = cellFolder(file);
    return this.sources().filter(
      (other) => other.file !== file && cellFolder(other.file) === folder,
    );
  }

  /** The names that a cell declares and that are not in `seen`, which they join. */
  private unseen(source: CellSource, seen: Set<string>): string[] {
    const names = [...this.parse(source).names.declared.keys()].filter((name) => !seen.has(name));
    names.forEach((name) => seen.add(name));
    return names;
  }

  private parse(source: CellSource): Parsed {
    const known = this.parsed.get(source.file);
    if (known?.version === source.version) return known;
    const tree = this.ts.createSourceFile(source.file, source.text, {
      languageVersion: this.ts.ScriptTarget.ESNext,
      // A module always: only there does `await [a, b]` parse as an await.
      setExternalModuleIndicator: (file) => {
        (file as { externalModuleIndicator?: unknown }).externalModuleIndicator = true;
      },
    });
    const parsed = { version: source.version, tree, names: topLevelNames(this.ts, tree) };
    this.parsed.set(source.file, parsed);
    return parsed;
  }
}

function importLine(file: string, names: string[]): string {
  if (names.length === 0) return '';
  const specifier = `./${file.slice(file.lastIndexOf('/') + 1).replace(/\.ts$/, '')}`;
  return ` import { ${names.join(', ')} } from '${specifier}';`;
}
