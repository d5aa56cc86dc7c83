import { beforeAll, describe, expect, it } from 'vitest';
import { stripTypes, SyntaxProblem } from '@/lib/notebook';
import { compile } from './compile';
import { moduleUrl, runCell, runModule } from './testing/run-module';

beforeAll(() => {
  Object.assign(globalThis, {
    tf: { sequential: () => 'model', layers: { dense: () => 'dense' } },
  });
});

describe('compile', () => {
  it('gives a function of the inputs that returns the outputs', async () => {
    const source =
      'const sum: number = a + b;\nfunction twice(x: number) { return 2 * x }\nlet [p, { q }] = [1, { q: twice(sum) }];';
    const { outputs } = await runCell(source, { a: 2, b: 3 });
    expect(outputs).toMatchObject({ sum: 5, p: 1, q: 10 });
    expect(Object.keys(outputs)).toEqual(['sum', 'twice', 'p', 'q']);
  });

  it('lists the outputs', () => {
    expect(compile('const a = 1; class B {} enum C { D }', []).outputs).toEqual(['a', 'B', 'C']);
  });

  it('gives outputs as they are at the end', async () => {
    expect((await runCell('let n = 1; n += 1; n *= 5')).outputs).toEqual({ n: 10 });
  });

  it('awaits at the top level', async () => {
    const { outputs } = await runCell(
      'const a = await Promise.resolve(7); for await (const x of [1, 2]) { var b = x }',
    );
    expect(outputs).toEqual({ a: 7, b: 2 });
  });

  it('tells ways to read its names before it runs, where that is asked for', async () => {
    const source = 'const early = 1;\nfunction f() { return early }\nthrow new Error();\nlet late;';
    const { module } = compile(source, [], [], true);
    expect(module.split('\n')[1]).toBe(source.split('\n')[1]);
    const loaded = await import(/* @vite-ignore */ moduleUrl(module));
    let readers: Record<string, () => unknown> = {};
    const names = (given: typeof readers) => void (readers = given);
    await expect(loaded.default({}, { names, check() {} })).rejects.toThrow();
    expect(readers.early!()).toBe(1);
    expect((readers.f!() as () => number)()).toBe(1);
    expect(() => readers.late!()).toThrow(ReferenceError);
  });

  it('works without anything in the cell', async () => {
    expect((await runCell('')).outputs).toEqual({});
    expect((await runCell('// a comment alone')).outputs).toEqual({});
    expect((await runCell('const a = 1 // a comment at the end')).outputs).toEqual({ a: 1 });
  });

  it('takes only the inputs that are read', async () => {
    const { outputs } = await runCell('const a = 1, c = b', { a: 5, b: 6 });
    expect(outputs).toEqual({ a: 1, c: 6 });
  });

  it('runs a cell that begins with a directive', async () => {
    expect(await runCell("'use strict'; const b = a", { a: 1 })).toMatchObject({
      outputs: { b: 1 },
    });
    expect((await runCell("'hello'")).shown).toEqual(['hello']);
  });

  it.each([
    ['a = 1', 1, 1],
    ['let b = a;\n  a += 1', 2, 3],
    ['const f = (): void => { a++ }', 1, 25],
    ['for (a of [1]) {}', 1, 6],
    ['({ x: a } = { x: 1 })', 1, 7],
  ])('refuses to assign an input: %s', (source, line, column) => {
    expect(() => compile(source, ['a'])).toThrow(SyntaxProblem);
    expect(() => compile(source, ['a'])).toThrow(
      expect.objectContaining({
        line,
        column,
        message: expect.stringMatching(/^`a` belongs to another cell/),
      }),
    );
  });

  it.each(['return 1', 'export const a = 1', "import 'left-pad'", 'const = 1', '$cell.check()'])(
    'refuses %s',
    (source) => {
      expect(() => compile(source, [])).toThrow(SyntaxProblem);
    },
  );
});

describe('compile: the last expression', () => {
  it.each<[string, unknown]>([
    ['1 + 1', 2],
    ['const a = 3; a', 3],
    ['[1, 2].map((x) => x * 2);', [2, 4]],
    ['({ a: 1 })', { a: 1 }],
    ['(1, 2)', 2],
    ['let a; a = 4', 4],
    ['Promise.resolve(5)', 5],
    ['await Promise.resolve(6)', 6],
    ['7 // a comment', 7],
    ['8 // a comment\n;', 8],
    ['`a\nb`', 'a\nb'],
    ['const f = () => 9\nf()', 9],
    ['let a = 1\n++a', 2],
    ['((10))  ;  // end', 10],
    ['void 0', undefined],
    ['(function () { return 11 })()', 11],
    ['async () => 12', expect.any(Function)],
  ])('shows %s', async (source, value) => {
    expect((await runCell(source)).shown).toEqual([value]);
  });

  it.each([
    'const a = 1',
    'if (true) 1',
    '{ 1 }',
    'for (const x of [1]) x',
    '1; const b = 2',
    'function f() {}',
  ])('shows nothing for %s', async (source) => {
    expect((await runCell(source)).shown).toEqual([]);
  });

  it('waits for a promise that is the last expression, so that its failure is the cell’s', async () => {
    await expect(runCell('Promise.reject(new Error("late"))')).rejects.toThrow('late');
  });
});

describe('compile: imports', () => {
  it.each([
    ["import * as tf from '@tensorflow/tfjs';\nconst m = tf.sequential()"],
    ["import tf from '@tensorflow/tfjs'\nconst m = tf.sequential()"],
    ["import { sequential } from '@tensorflow/tfjs-layers'; const m = sequential()"],
    [
      "import { sequential as s, type Tensor, layers } from '@tensorflow/tfjs'; const m = layers.dense() && s()",
    ],
    ["import tf, { sequential as s } from '@tensorflow/tfjs'; const m = tf.layers.dense() && s()"],
    ["import {\n  layers,\n  sequential,\n} from '@tensorflow/tfjs'\nconst m = sequential()"],
    ["const m = sequential()\nimport { sequential } from '@tensorflow/tfjs'"],
    [
      "const k = 1\nimport { sequential } from '@tensorflow/tfjs'\n(function () {})()\nconst m = sequential()",
    ],
    ["import '@tensorflow/tfjs'; const m = 'model'"],
    [
      "import { default as tf, 'sequential' as s } from '@tensorflow/tfjs'; const m = tf.sequential === s && s()",
    ],
    ["import type { Tensor } from '@tensorflow/tfjs'; const m: Tensor = 'model' as any"],
  ])('%s', async (source) => {
    const { outputs } = await runCell(source);
    expect(outputs.m).toBe('model');
    expect(Object.keys(outputs)).not.toContain('tf');
    expect(Object.keys(outputs)).not.toContain('sequential');
  });
});

describe('compile: lines and columns', () => {
  const SOURCE = `import { sequential } from '@tensorflow/tfjs'; const head: number = input;
interface Shape {
  rows: number;
}
const f = (n: number): number => { while (true) { if (n > 3) break; n++; } return n; };
for (const x of [1, 2] as number[]) f(x);

f(head) as number;`;

  it('keeps every line of the reader on its line', () => {
    const lines = compile(SOURCE, ['input']).module.split('\n');
    const stripped = stripTypes(SOURCE).split('\n');
    expect(lines.length).toBe(stripped.length + 3);
    stripped.slice(1).forEach((line, index) => {
      for (const word of line.match(/\w+/g) ?? []) expect(lines[index + 1]).toContain(word);
    });
    expect(lines.slice(-3)).toEqual(['return { head, f };', '}', '']);
  });

  it('locates each word of the module in the reader’s text', () => {
    const { module, locate } = compile(SOURCE, ['input']);
    const lines = module.split('\n');
    const words: [line: number, word: string][] = [
      [1, 'input;'],
      [5, 'while'],
      [5, 'if (n'],
      [5, 'return n'],
      [6, 'of ['],
      [6, 'f(x)'],
      [8, 'f(head'],
      [8, 'head)'],
    ];
    for (const [line, word] of words) {
      const column = (lines[line - 1] ?? '').indexOf(word) + 1;
      const expected = (SOURCE.split('\n')[line - 1] ?? '').indexOf(word) + 1;
      expect(expected).toBeGreaterThan(0);
      expect([word, locate({ line, column })]).toEqual([word, { line, column: expected }]);
    }
  });

  it('leaves Windows line ends alone', async () => {
    const { module } = compile('const a: number = 1\r\n// two\r\nconst b = a // three\r\nb', []);
    expect(module.split('\n')).toHaveLength(7);
    expect((await runModule(moduleUrl(module))).shown).toEqual([1]);
  });
});
