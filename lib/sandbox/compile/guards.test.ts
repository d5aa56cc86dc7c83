import { describe, expect, it } from 'vitest';
import { stripTypes } from '@/lib/notebook';
import { compile } from './compile';
import { runCell } from './testing/run-module';

const guards = (source: string) => compile(source, []).module.split('$cell.check();').length - 1;

describe('guards: counted loops that surely end have none', () => {
  it.each([
    'for (let i = 0; i < 10; i++) s += i',
    'for (let i = 0; i < n; ++i) { s += x[i] * k; }',
    'for (let i = 0; i <= n; i += 2) x[i] = i;',
    'for (let i = n; i > 0; i--) s += i;',
    'for (let i = n - 1; i >= 0; i -= 1) s += x[i];',
    'for (let i = 0; i < x.length; i++) out[i] = x[i] * 2;',
    'for (let i = 0; i < x.shape[0]; i++) { s += x.shape[0]; }',
    'for (let i = 0; i < n - 1; i++) { const t = a[i]; a[i] = a[j]; a[j] = t; }',
    'for (let i = 0; i < rows * columns; i++) if (a[i] > 0) s++; else continue;',
    'for (let i = 0, n = x.length; i < n; i++) { y.total += x[i]; }',
    'for (let i: number = 0; i < this.size; i++) { s = s as number + i }',
    'for (let x = -1; x < 1; x += 0.25) s += x',
    'for (let i = 0; i < x.length; i++) out[j][k] += x[i] * y[i];',
    'for (let i = 0; i < n; i++) out[i * n + j] = x[j * n + i];',
    'for (let i = 0; i < x.length; i++) { out[0] += x[i]; out.sum = 0 }',
    'for (let i = 0; i < n; i++) {}',
    'for (let i = 0; i < x.length; i++) [a[j], a[i]] = [1, 2];',
    'for (let i = 0; i < x.length - 1; i++) out[i] = x[i + 1] - x[i];',
    'for (let i = x.length; i >= 0; i--) x[i] = 0;',
    'for (let i = 0; i <= n; i++) x[i] = 0;',
  ])('%s', (source) => {
    expect(
      guards(
        `let s: any, n: any, x: any, out: any, a: any, j: any, y: any, k: any, rows: any, columns: any;\n${source}`,
      ),
    ).toBe(0);
  });
});

describe('guards: all others have one', () => {
  it.each([
    'while (a) b',
    'do a; while (b)',
    'for (;;) a',
    'for (const k in o) a',
    'for (const x of xs) a',
    'for await (const x of xs) a',
    'for (let i = 0; i < n; i++) f(i)',
    'for (let i = 0; i < n; i++) new F()',
    'for (let i = 0; i < n; i++) f`x`',
    'for (let i = 0; i < n; i++) a?.()',
    'for (let i = 0; i < n; i++) await p',
    'for (let i = 0; i < n; i++) s += [...xs].length',
    'for (let i = 0; i < n; i++) fs[i] = () => i',
    'for (let i = 0; i < n; i++) fs[i] = class {}',
    'for (let i = 0; i < n; i++) i--',
    'for (let i = 0; i < n; i++) i = 0',
    'for (let i = 0; i < n; i++) { [i] = [0] }',
    'for (let i = 0; i < n; i++) { ({ a: i } = o) }',
    'for (let i = 0; i < n; i++) n++',
    'for (let i = 0; i < n; i++) { n = n + 1 }',
    'for (let i = 0; i < n - m; i++) { m -= 1 }',
    'for (let i = 0; i < o.n; i++) o.n++',
    'for (let i = 0; i < x.length; i++) x[i + 1] = 0',
    'for (let i = 0; i < x.length; i++) y[x.length] = 0',
    'for (let i = 0; i < x.length; i++) [y[j++], y[i]] = [1, 2]',
    'for (let i = 0; i <= x.length; i++) y[i] = 0',
    'for (let i = 0; i < x.length + 1; i++) y[i] = 0',
    'for (let i = 0; i < x.length - k; i++) y[i] = 0',
    'for (let i = 0; i < 2 * x.length; i++) [y[i]] = [0]',
    'for (let i = 0; i < x[0]; i++) x[i] = Infinity',
    'for (let i = 0; i < o.n; i++) o["n"]++',
    'for (let i = 0; i < o[k]; i++) s++',
    'for (let i = 0; i < o.n; i++) p[k]++',
    'for (let i = 0; i < x[0]; i++) y[j]++',
    'for (let i = 0; i < x[0]; i++) y[0]++',
    'for (let i = 0; i < x.length; i++) { j++; y[j] = 0 }',
    'for (let i = 0; i < x.length; i++) { const j = i + 1; y[j] = 0 }',
    'for (let i = 0; i < x.length; i++) y.length = i + 2',
    'for (let i = 0; i < x.length; i++) delete y[i]',
    'for (let i = 0; i < x?.length; i++) s++',
    'for (let i = 0; i < i + 1; i++) s++',
    'for (let i = 0; i < Infinity; i++) s++',
    'for (let i = 0; i < Number.MAX_VALUE; i++) s++',
    'for (let i = 0; i < 1e15; i++) s++',
    'for (let i = 0; i < n; i--) s++',
    'for (let i = n; i > 0; i++) s++',
    'for (let i = 0; i < n; i += 0) s++',
    'for (let i = 0; i < n; i += -1) s++',
    'for (let i = 0; i < n; i += k) s++',
    'for (let i = 1; i < n; i *= 2) s++',
    'for (let i = 0; i !== n; i++) s++',
    'for (let i = 0; i < n; j++) s++',
    'for (let i = 0; j < n; i++) s++',
    'for (let i = 0; i < n; ) s++',
    'for (let i = 0; ; i++) s++',
    'for (i = 0; i < n; i++) s++',
    'for (var i = 0; i < n; i++) s++',
    'for (let i = 0; i < f(); i++) s++',
    'for (let i = 0; i < n && ok; i++) s++',
  ])('%s', (source) => {
    expect(guards(source)).toBe(1);
  });

  it('guards the outer loops of a nest, and loops in functions', () => {
    const product =
      'for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) c[i] += a[k] * b[j]';
    expect(guards(product)).toBe(2);
    expect(
      guards(
        'const f = () => { while (a) b }; class K { m() { do a; while (b) } static { for (;;) {} } }',
      ),
    ).toBe(3);
    expect(guards('function* g(x = () => { for (;;) {} }) { while (true) yield 1 }')).toBe(2);
  });
});

/** Each sets `out`; what it sets must be the same with guards as without. */
const PROGRAMS = [
  'let out = 0, i = 0; while (i < 5) out += i++;',
  'let out = 0, i = 0; do out += i; while (++i < 5)',
  'let out = 0, i = 9; do { if (i % 2) continue; out += i } while (i-- > 0); out += 100',
  'let out = []; outer: for (let i = 0; i < 4; i++) { for (let j = 0; j < 4; j++) { if (j === 2) continue outer; if (i === 3) break outer; out.push([i, j].join()) } }',
  'let out = []; a: for (const x of [1, 2, 3]) b: for (const y of [1, 2, 3]) { if (y > x) continue a; if (x === 3) break a; if (y === 1) continue b; out.push(x * y) }',
  'let out = ""; for (const k in { a: 1, b: 2 }) out += k; out += "!"',
  'let out = []; for (let i = 0; i < 3; i++) out.push(() => i); out = out.map((f) => f())',
  'let out = 0; if (out === 0) while (out < 3) out++; else out = -1;',
  'let out = 0; if (out === 1) while (out < 3) out++; else for (;;) { out = -1; break }',
  'let out = 0; for (const x of [1, 2]) if (x === 1) continue; else out += x',
  'let out = 0; for (const x of [1, 2]) for (const y of [3, 4]) while (out < x * y) out++',
  'let out = []; for await (const x of [Promise.resolve(1), 2]) out.push(x)',
  'let out = 0; while (out++ < 5);',
  'let out = 0; for (; out < 5; out++);\nout += 1',
  'let out = 0; while (out < 3) try { out++ } finally { out++ }',
  'let out = 0; while (out < 3) switch (out) { case 0: out = 2; continue; default: out++; break }',
  'let out = 0\nwhile (out < 3) out++\nout *= 2',
  'let out = []; function* g() { let i = 0; while (true) yield i++ } for (const x of g()) { if (x > 4) break; out.push(x) }',
  'let out = 1; const f = (n) => { for (const _ of [1]) return n * 2; return 0 }; out = f(21)',
  'let out = []; for (const [a, b = 5] of [[1], [2, 3]]) out.push(a + b)',
  'let out = 0; for (var i = 0; i < 3; i++) { out += i } out += i',
  'let out = 0; for (let x of [1, 2, 3]) { let x = 10; out += x }',
  'let out = 0; x: { while (true) { break x } out = 1 }',
  'let out = 0; do while (out < 3) out++; while (out < 2)\nout += 10',
  'let out = ""; for (const c of "aé🜁") out = c + out /* , */ // end',
];

describe('guards: meaning', () => {
  it.each(PROGRAMS)('%s', async (source) => {
    const AsyncFunction = (async () => {}).constructor as new (
      code: string,
    ) => () => Promise<unknown>;
    const expected = await new AsyncFunction(`'use strict'; ${stripTypes(source)}\nreturn out`)();
    const { outputs, checks } = await runCell(source);
    expect(outputs.out).toEqual(expected);
    expect(checks).toBeGreaterThan(0);
  });

  it.each([
    'while (true) {}',
    'for (;;);',
    'do ; while (1)',
    'for (let i = 0; i < 10; i++) i = 0',
    'const x = [1]; for (let i = 0; i < x.length; i++) x[x.length] = 1',
    'const x = [1], y = x; for (let i = 0; i < x.length; i++) y[i + 1] = 1',
    'const o = { n: 1 }, p = o; for (let i = 0; i < o.n; i++) p.n = i + 2',
    'const f = () => { while (true) try { while (true) {} } catch {} }; f()',
    'function* g() { while (true) yield 1 } for (const x of g()) x',
    'while (true) await null',
    'class K { static x = (() => { for (;;) {} })() }',
    'const f = (a = (() => { while (1); })()) => a; f()',
    'label: while (true) { for (const x of [1]) continue label }',
    'const xs = [1]; for (const x of xs) xs.push(x)',
    '[1].forEach(() => { while (true) {} })',
    'const x = [1]; for (let i = 0; i < x[0]; i++) x[i] = Infinity',
    'const x = [1]; for (let i = 0; i <= x.length; i++) x[i] = 1',
    'const x = [1]; for (let i = 0; i < x.length * 2; i++) x[i] = 1',
  ])('can stop %s', async (source) => {
    await expect(runCell(source, {}, 100)).rejects.toThrow('Interrupted');
  });
});

describe('guards: a loop that awaits takes turns', () => {
  const turns = (source: string) =>
    compile(source, []).module.split('await $cell.turn();').length - 1;

  it.each([
    'while (a) await b',
    'do { await b } while (a)',
    'while (await a) b',
    'for (;;) { if (a) await b }',
    'for (let i = 0; i < n; i++) { f(await b) }',
    'for (let i = 0; i < n; i += await b) f()',
    'for (const x of xs) { await x }',
    'for (const k in o) { await o[k] }',
    'for await (const x of xs) a',
    'const f = async () => { for (;;) { await a } }',
  ])('%s', (source) => {
    expect(turns(source)).toBe(1);
  });

  it('an outer one as well as an inner one', () => {
    expect(turns('for (;;) { for (;;) { await a } }')).toBe(2);
    expect(turns('for (;;) { for await (const x of xs) f(x) }')).toBe(2);
  });

  it.each([
    'while (a) b',
    'for (const x of await xs) f(x)',
    'for (let i = await a; i < n; i++) f(i)',
    'for (const x of xs) fs.push(async () => { await x })',
    'for (;;) { class A { async m() { await a } } }',
    'for (let i = 0; i < 10; i++) s += i',
    'function f() { for (;;) a() } await f()',
  ])('but not one whose rounds do not: %s', (source) => {
    expect(turns(source)).toBe(0);
  });

  it('is where `await` is allowed', async () => {
    const source = `async function* g() { for (const x of [1, 2]) { yield await x } }
const seen: number[] = [];
for await (const x of g()) seen.push(x);
const f = async () => { let n = 0; do n += await 1; while (n < 3); return n };
[...seen, await f()]`;
    expect((await runCell(source)).shown).toEqual([[1, 2, 3]]);
  });
});

describe('guards: a loop right before other code', () => {
  it('is closed before what follows begins', async () => {
    expect((await runCell('let s = 0; for (const x of [1, 2]) s += x;s')).shown).toEqual([3]);
  });
});
