import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { runCell } from './testing/run-module';

const guards = (source: string) => compile(source, []).module.split('$cell.check()').length - 1;

describe('guards: a function that may come back to itself', () => {
  it.each([
    'function f(n) { return n && f(n - 1) }',
    'const f = (n) => n && f(n - 1)',
    'const f = (n: number): number => { return n && f(n - 1) }',
    'const x = function f(n) { f(n) }',
    'let f; f = (n) => f(n)',
    'const o = { f(n) { return this.f(n) } }',
    'const o = { f: (n) => o.f(n) }',
    'const o = {}; o.f = (n) => o.f(n)',
    'class K { f(n) { return this.f(n) } }',
    'class K { #f(n) { return this.#f(n) } }',
    'class K { f = (n) => this.f(n) }',
    'const f = memo((n) => f(n - 1))',
    'const f = (xs) => xs.forEach(f)',
    'const f = () => Promise.resolve().then(() => f())',
    'const f = (n, g = () => f(n)) => g()',
  ])('is guarded: %s', (source) => {
    expect(guards(source)).toBe(1);
  });

  it.each([
    'const f = (n) => n * 2; f(f(1))',
    'function f(n) { return g(n) } function g(n) { return h(n) } const h = Math.abs',
    'xs.map((x) => x + 1)',
    'const model = tf.tidy(() => make(1))',
  ])('but no other: %s', (source) => {
    expect(guards(source)).toBe(0);
  });

  it('is found through others', () => {
    expect(guards('const a = () => b(), b = () => c(); function c() { a() }')).toBe(3);
    expect(guards('const a = () => b(), b = () => c(), c = () => b()')).toBe(2);
  });
});

describe('guards: recursion', () => {
  it.each([
    'const deep = (n: number): number => (n === 0 ? 0 : deep(n - 1) + deep(n - 1)); deep(60)',
    'function even(n) { return n === 0 || odd(n - 1) || odd(n - 1) } function odd(n) { return n !== 0 && even(n - 1) && even(n - 1) } even(50); while (true) odd(50)',
    'class Tree { walk(n) { if (n > 0) [1, 2].forEach(() => this.walk(n - 1)) } } new Tree().walk(60)',
    'const again = (): any => Promise.resolve().then(again); await again()',
    'const walk = (n, g = n > 0 && [walk(n - 1), walk(n - 1)]) => g; walk(60)',
  ])('can be stopped: %s', async (source) => {
    await expect(runCell(source, {}, 1_000)).rejects.toThrow('Interrupted');
  });

  it.each([
    ['const fib = (n) => n < 2 ? n : fib(n - 1) + fib(n - 2); fib(10)', 55],
    [
      'const f = (n) => ({ n, rest: n === 0 ? null : f(n - 1) }); f(1)',
      { n: 1, rest: { n: 0, rest: null } },
    ],
    ['const add = (n) => (m) => n === 0 ? m : add(n - 1)(m + 1); add(3)(4)', 7],
    ['let s = 0, f; for (const x of [1, 2]) f = (n) => n === 0 ? s += x : f(n - 1)\nf(2);s', 2],
    ['let f; f = (n) => n === 0 ? 5 : f(n - 1)\nf(3)', 5],
    ['function* down(n) { yield n; if (n > 0) yield* down(n - 1) } [...down(2)]', [2, 1, 0]],
    ['const sum = async (n) => n === 0 ? 0 : n + await sum(n - 1); sum(4)', 10],
    [
      "class A { constructor(n) { 'use strict'; this.next = n > 0 ? new this.constructor(n - 1) : n } } new A(1).next.next",
      0,
    ],
  ])('means what it did: %s', async (source, value) => {
    const { shown, checks } = await runCell(source);
    expect(shown.at(-1)).toEqual(value);
    expect(checks).toBeGreaterThan(0);
  });
});
