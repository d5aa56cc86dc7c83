import { describe, expect, it } from 'vitest';
import { analyze } from './analyze';

/** A cell, what it defines, what it reads, and what it writes that is not its own; names apart by a space. */
type Case = [source: string, defines: string, reads: string, writes?: string];

const CASES: Record<string, Case[]> = {
  'declarations at top level': [
    ['const a = 1; let b; var c; function f() {} class K {}', 'a b c f K', ''],
    ['const { a, x: [b, ...c], ...d } = e', 'a b c d', 'e'],
    ['const [a = f(b), { c = d } = {}] = e', 'a c', 'f b d e'],
    ['const { [key]: value } = table', 'value', 'key table'],
    ['async function f() {} function* g() {} async function* h() {}', 'f g h', ''],
    ['if (x) { var a = 1; let b = 2; const c = b; }', 'a', 'x'],
    ['for (var i = 0; i < n; i++) { var j = i; }', 'i j', 'n'],
    ['try { var a = 1 } catch { var b = 2 } finally { var c = 3 }', 'a b c', ''],
    ['switch (k) { case 1: var a = 1; let b = a; b; }', 'a', 'k'],
    ['label: for (const x of xs) { var found = x; break label; }', 'found', 'xs'],
    ['{ function inner() {} inner(); } inner;', '', 'inner'],
    ['function f() { var a; let b; return a + b + c }', 'f', 'c'],
    ['const f = () => { var a = 1; return a }; a', 'f', 'a'],
    ['class K { static { var a = 1; let b = a; b } }', 'K', ''],
  ],
  'uses before and inside': [
    ['f(); function f() { return g() } const g = () => 1', 'f g', ''],
    ['use(a); var a = 1', 'a', 'use'],
    ['b; a; b; c', '', 'b a c'],
    ['x.y.z', '', 'x'],
    ['x[y].z[w]', '', 'x y w'],
    ['x?.y?.[z]?.(w)', '', 'x z w'],
    ['({ a, b: c, [d]: e, f() { return g }, get h() { return i } })', '', 'a c d e g i'],
    ['typeof maybe', '', 'maybe'],
    ['new Model(a, ...b)', '', 'Model a b'],
    ['`one ${a} two ${`${b}`}`', '', 'a b'],
    ['tag`x ${a}`', '', 'tag a'],
    ['(await a).b', '', 'a'],
    ['for await (const x of stream) log(x)', '', 'stream log'],
    ['function f() { return new.target }', 'f', ''],
    ['import.meta.url', '', ''],
    ['a ? b : c, (d && e) || f, g ?? h', '', 'a b c d e f g h'],
    ['delete a.b; void c; -d', '', 'a c d'],
  ],
  shadowing: [
    ['const f = (a, b = a, { c, d: [e] }, ...g) => a + b + c + e + g + h', 'f', 'h'],
    ['const f = (x = y) => { var y = 1; return x + y }', 'f', 'y'],
    ['function f(a) { { let b = a; b } return b }', 'f', 'b'],
    ['const f = function fact(n) { return n * fact(n - 1) }; fact', 'f', 'fact'],
    ['const K = class Inner extends Base { m() { return Inner } }; Inner', 'K', 'Base Inner'],
    [
      'class A extends A2 { x = y; static z = A; [k] = 1; #p = 1; m(q) { return this.#p + q } }',
      'A',
      'A2 y k',
    ],
    ['function f() { return arguments.length }', 'f', ''],
    ['try { g() } catch (e) { e; const g = 1; g } e', '', 'g e'],
    ['try {} catch ({ message: m, code = c }) { m; code } m', '', 'c m'],
    ['for (let i = 0; i < n; i++) { i } i', '', 'n i'],
    ['for (const [k, v] of Object.entries(o)) { k; v } v', '', 'Object o v'],
    ['for (const k in o) k', '', 'o'],
    ['a: for (;;) { continue a } a', '', 'a'],
    ['{ const a = 1; { a } } a', '', 'a'],
    ['switch (x) { case y: let x = 1; x }', '', 'x y'],
    ['const a = 1; (() => { const a = b; return a })()', 'a', 'b'],
    ['xs.map((x) => x * k).filter(Boolean)', '', 'xs k Boolean'],
    ['const f = ({ a = b, b: c }) => a + b + c', 'f', 'b'],
    [
      'const f = (a = () => arguments) => a; function g() { return () => arguments }',
      'f g',
      'arguments',
    ],
    ['for (let x of x) {}', '', ''],
    ['const o = { o: 1, p: { q } }', 'o', 'q'],
  ],
  assignments: [
    ['a = 1', '', '', 'a'],
    ['a += 1; b ??= 2', '', 'a b', 'a b'],
    ['a++; --b', '', 'a b', 'a b'],
    ['a.b = 1; a[i]++', '', 'a i'],
    ['[a, b.c, ...d] = e', '', 'b e', 'a d'],
    ['({ a, x: b = c, ...d } = e)', '', 'c e', 'a b d'],
    ['for (a of b) {} for (c.d in e) {}', '', 'b c e', 'a'],
    ['let a; a = 1; a++; [a] = [2]', 'a', ''],
    ['const f = (p) => { p = 1; q = 2 }', 'f', '', 'q'],
    ['{ let a; a = 1 } a = 2', '', '', 'a'],
  ],
  types: [
    ['const a: Tensor = b as Other; let c = <Cast>d', 'a c', 'b d'],
    ['interface I { a: A } type T = I | B; declare const g: number; const x: T = y', 'x', 'y'],
    ["import type { Q } from 'anywhere'; const q: Q = 1", 'q', ''],
    ['enum E { A, B = A, C = k } E.A', 'E', 'k'],
    ['const f = <T extends U,>(a: T): a is V => a satisfies W', 'f', ''],
    ['function f(this: Foo, a?: Bar): asserts a {}', 'f', ''],
    [
      'class K<T> extends L<T> implements M { constructor(private p: N, readonly q = r) { super() } }',
      'K',
      'L r',
    ],
    ['abstract class K { abstract m(): X; declare p: Y; n!: Z }', 'K', ''],
    ['const a = b!.c!, d = e<number>(f)', 'a d', 'b e f'],
    ['function over(a: A): void; function over(a: unknown) { return a }', 'over', ''],
    ['let t: typeof other; const k = {} as const', 't k', ''],
  ],
  imports: [
    ["import * as tf from '@tensorflow/tfjs'; tf.tensor(x)", '', 'x'],
    ["import tf, { sequential as s } from '@tensorflow/tfjs'; const m = s(tf)", 'm', ''],
  ],
  'awkward names': [
    ['const constructor = 1, toString = valueOf', 'constructor toString', 'valueOf'],
    ['const größe = naïve, $ = _', 'größe $', 'naïve _'],
    ['', '', ''],
    ['// only a comment', '', ''],
    ["'use strict'; undefined; NaN", '', 'undefined NaN'],
    ['get; set; of; async; let_; static_', '', 'get set of async let_ static_'],
  ],
};

const words = (names: string) => names.split(' ').filter((name) => name !== '');

for (const [group, cases] of Object.entries(CASES)) {
  describe(`analyze: ${group}`, () => {
    it.each(cases)('%s', (source, defines, reads, writes = '') => {
      const analysis = analyze(source);
      expect(analysis.defines).toEqual(words(defines));
      expect(analysis.reads).toEqual(words(reads));
      expect(analysis.writes.map(({ name }) => name)).toEqual(words(writes));
      if (!words(reads).includes('arguments')) expect(analysis.problem).toBeNull();
    });
  });
}

describe('analyze: places', () => {
  it('tells where a foreign name is assigned, types notwithstanding', () => {
    const source = 'const a: number[] = [1];\nlet c: Map<string, number> = b; rate = 3';
    expect(analyze(source).writes).toEqual([{ name: 'rate', line: 2, column: 33 }]);
  });

  it('tells where each name is declared first', () => {
    expect(analyze('let a: X = 1, b;\nvar c; var c').declarations).toEqual([
      { name: 'a', line: 1, column: 5 },
      { name: 'b', line: 1, column: 15 },
      { name: 'c', line: 2, column: 5 },
    ]);
  });

  it('lists imports with their lines', () => {
    const source = "import '@tensorflow/tfjs';\n\nimport { x } from 'left-pad'";
    expect(analyze(source).imports).toEqual([
      { source: '@tensorflow/tfjs', line: 1 },
      { source: 'left-pad', line: 3 },
    ]);
  });
});

describe('analyze: problems', () => {
  const PROBLEMS: [source: string, line: number, column: number, message: RegExp][] = [
    ['const x = ;', 1, 11, /^`;` can’t stand here\.$/],
    ['const a: number = 1;\nconst b: string = 2 3', 2, 21, /^`3` can’t stand here/],
    ['const a = 1;\n  foo(', 2, 7, /ends too early/],
    ['const a: number = 1; const a = 2', 1, 28, /^Identifier 'a' has already been declared\.$/],
    ['let x: Foo<Bar> = 1; break', 1, 22, /^Unsyntactic break\.$/],
    ['"abc', 1, 1, /^Unterminated string constant\.$/],
    ['const a = `x\ny', 1, 12, /Unterminated template\.$/],
    ['const a = 1\nreturn a', 2, 1, /^A cell can’t `return`/],
    ['if (a) { return }', 1, 10, /can’t `return`/],
    ['export const a = 1', 1, 1, /no exports/],
    ["const fs = await import('fs')", 1, 18, /`import\(\)`/],
    ['const $cell = 1', 1, 7, /`\$cell` is a name/],
    ['arguments[0]', 1, 1, /only inside a function/],
    ["import fs from 'fs'", 1, 1, /can’t import `fs`: only `@tensorflow\/tfjs` is here/],
    ["import './helpers'", 1, 1, /can’t import the file `.\/helpers`/],
    ["let a\nimport { csv } from '@tensorflow/tfjs-data'", 2, 1, /write `tf.data`/],
    ["import '@tensorflow/tfjs-node'", 1, 1, /backends are chosen/],
    ['#!/usr/bin/env node', 1, 2, /^Unexpected character '!'\.$/],
    ['with (a) {}', 1, 1, /with/],
    ['@sealed class K {}', 1, 1, /^Unexpected character '@'\.$/],
  ];

  it.each(PROBLEMS)('%s', (source, line, column, message) => {
    const { problem } = analyze(source);
    expect(problem?.message).toMatch(message);
    expect(problem?.message).not.toMatch(/\(\d+:\d+\)/);
    expect([problem?.line, problem?.column]).toEqual([line, column]);
  });

  it('allows `return` in functions of all kinds', () => {
    const source =
      'const f = () => { return 1 }; class K { m() { return 2 } static { (function () { return 3 })() } }';
    expect(analyze(source).problem).toBeNull();
  });

  it('keeps the names of a cell that only breaks a rule', () => {
    expect(analyze('const a = b; return a')).toMatchObject({ defines: ['a'], reads: ['b'] });
  });

  it('says that code is nested too deeply', () => {
    const source = '['.repeat(50_000) + ']'.repeat(50_000);
    expect(analyze(source).problem?.message).toBe('The code is nested too deeply to be read.');
  });

  it('never throws, whatever the text', () => {
    const pieces = [
      '`${',
      '}',
      '/*',
      'class',
      '<T,>',
      '(',
      '=>',
      'enum X',
      '\u2028',
      '\r\n',
      'a',
      '"',
      '/',
      ' as ',
      '🜁',
    ];
    for (let seed = 1; seed < 3_000; seed++) {
      let state = seed;
      const next = () => (state = (state * 48271) % 2147483647);
      const source = Array.from(
        { length: 1 + (next() % 12) },
        () => pieces[next() % pieces.length],
      ).join('');
      const { problem } = analyze(source);
      if (problem !== null) expect(problem.line).toBeGreaterThan(0);
    }
  });
});
