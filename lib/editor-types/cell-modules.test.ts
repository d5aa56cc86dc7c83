import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { CellModules } from './cell-modules';
import { CHECK_OPTIONS, cellFile } from './check-options';

// TypeScript reads its libraries in the first test.
vi.setConfig({ testTimeout: 60_000 });

/** Shared, so that the libraries are parsed once. */
const registry = ts.createDocumentRegistry();

/** Cells by id, as modules, and the problems that TypeScript finds in one of them. */
function lesson(cells: Record<string, string>) {
  const sources = Object.entries(cells).map(([id, text]) => ({
    file: cellFile(id),
    version: text,
    text,
  }));
  const modules = new CellModules(ts, () => sources);
  return { modules, problems: (id: string) => problems(modules, cellFile(id)) };
}

function problems(modules: CellModules, file: string): string[] {
  const service = ts.createLanguageService(
    {
      getCompilationSettings: () => ({
        ...(CHECK_OPTIONS as ts.CompilerOptions),
        lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts'],
      }),
      getScriptFileNames: () => modules.files(),
      getScriptVersion: (name) => modules.version(name) ?? 'library',
      getScriptSnapshot: (name) => {
        const text = modules.text(name) ?? ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => '',
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: (name) => modules.text(name) !== undefined || ts.sys.fileExists(name),
      readFile: (name) => modules.text(name) ?? ts.sys.readFile(name),
    },
    registry,
  );
  return service
    .getSemanticDiagnostics(file)
    .filter((problem) => (problem.start ?? 0) < (modules.length(file) ?? 0))
    .map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
}

describe('CellModules', () => {
  it('lets a cell use what another declares, values and types, in any order', () => {
    const { problems } = lesson({
      late: 'const twice: Rate = { value: scale(rate.value) };',
      early:
        'interface Rate { value: number }\nconst rate: Rate = { value: 1 };\nfunction scale(x: number) { return x * 2; }',
    });
    expect(problems('late')).toEqual([]);
  });

  it('keeps an exercise apart from the lesson, and with its own set-up', () => {
    const { modules, problems } = lesson({
      softmax: 'const softmax = 1; const rate = 2;',
      'exercise/a/setup': 'const logits: number[] = [1];',
      'exercise/a/answer': 'function softmax() { return logits[0]; }\nsoftmax();',
      'exercise/b/answer': 'function softmax() { return rate; }',
    });
    expect(problems('exercise/a/answer')).toEqual([]);
    expect(problems('exercise/b/answer')).toEqual(["Cannot find name 'rate'."]);
    expect(modules.clashes(cellFile('softmax'))).toEqual([]);
  });

  it('keeps the types of another cell', () => {
    const { problems } = lesson({
      a: 'const [n, { m }] = [1, { m: "x" }];',
      b: 'n.at(0); m.at(0);',
    });
    expect(problems('b')).toEqual(["Property 'at' does not exist on type 'number'."]);
  });

  it('allows top-level await, and names that a worker has already', () => {
    const { problems } = lesson({
      a: 'const history = await Promise.resolve({ loss: [1] });\nconst name = await [2];',
      b: 'history.loss.length + name.length;',
    });
    expect([...problems('a'), ...problems('b')]).toEqual([]);
  });

  it('does not let a cell assign what another declares', () => {
    const { problems } = lesson({ a: 'let n = 1;', b: 'n = 2;' });
    expect(problems('b')).toEqual(["Cannot assign to 'n' because it is an import."]);
  });

  it('reports a name that no cell declares', () => {
    expect(lesson({ a: 'missing;' }).problems('a')).toEqual(["Cannot find name 'missing'."]);
  });

  it("keeps the reader's text first, and imports private to their cell", () => {
    const { modules, problems } = lesson({
      a: "import * as tf from './b';\ntf;",
      b: 'const x = 1;',
      c: 'tf;',
    });
    expect(modules.text(cellFile('a'))?.startsWith("import * as tf from './b';\ntf;\n")).toBe(true);
    expect(problems('c')).toEqual(["Cannot find name 'tf'."]);
  });

  it('names the clash when two cells declare one name, at its place in each', () => {
    const { modules, problems } = lesson({ a: 'const n = 1;', b: 'let m, n;', c: 'n;' });
    expect(modules.clashes(cellFile('a'))).toEqual([{ name: 'n', start: 6 }]);
    expect(modules.clashes(cellFile('b'))).toEqual([{ name: 'n', start: 7 }]);
    expect(modules.clashes(cellFile('c'))).toEqual([]);
    expect(problems('c')).toEqual([]);
  });

  it('tells a name at the top level from a parameter, a property and a name in braces', () => {
    const { modules } = lesson({
      a: 'const [x, { y: [z] }] = [1, { y: [2] }];\nfunction f(x) { { const z = 1; } return { z }; }',
    });
    const text = modules.text(cellFile('a')) ?? '';
    const places = [...text.matchAll(/\b[xzf]\b/g)].slice(0, 6).map(({ index }) => index);
    expect(places.map((at) => modules.declaresAt(cellFile('a'), at))).toEqual([
      ...[true, true, true, false, false, false],
    ]);
    expect(modules.declaresAt(cellFile('gone'), 7)).toBe(false);
  });

  it('exports once what the reader exports', () => {
    const { problems } = lesson({ a: 'export const n = 1;', b: 'n.toFixed();' });
    expect([...problems('a'), ...problems('b')]).toEqual([]);
  });

  it('changes the version of a cell when another declares something new, and only then', () => {
    const cells = [
      { file: cellFile('a'), version: '1', text: 'const n = 1;' },
      { file: cellFile('b'), version: '1', text: 'n;' },
    ];
    const modules = new CellModules(ts, () => cells);
    const before = modules.version(cellFile('b'));
    cells[0] = { file: cellFile('a'), version: '2', text: 'const n = 2;' };
    expect(modules.version(cellFile('b'))).toBe(before);
    cells[0] = { file: cellFile('a'), version: '3', text: 'const n = 2, m = 3;' };
    expect(modules.version(cellFile('b'))).not.toBe(before);
  });

  it.each([
    ['const x = ', 8],
    ['/* never closed', 14],
    ['f(1,', 3],
  ])("puts a syntax problem at the end of %j inside the reader's text", (text, last) => {
    const { modules } = lesson({ a: text });
    const found = modules.syntaxProblems(cellFile('a'));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ start, length }) => start <= last && length > 0)).toBe(true);
  });

  it('finds no syntax problem in an await of a list', () => {
    expect(lesson({ a: 'await [1];' }).modules.syntaxProblems(cellFile('a'))).toEqual([]);
  });
});
