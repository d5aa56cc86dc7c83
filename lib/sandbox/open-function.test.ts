import { describe, expect, it } from 'vitest';
import { isOpenFunction } from './open-function';

/** Asks for the place of `HERE`. */
function isOpenAt(code: string): boolean {
  const before = code.slice(0, code.indexOf('HERE')).split('\n');
  return isOpenFunction(code, { line: before.length, column: before.at(-1)!.length + 1 });
}

describe('isOpenFunction', () => {
  it.each([
    ['a function', 'const xs = [1];\nfunction make(n: number) {\n  return HERE(n);\n}'],
    ['an arrow', 'const make = async (n: number): Promise<void> => { HERE(n); };'],
    ['a function expression', 'const make = function () { return HERE(); };'],
    ['the top level', 'const x = HERE();'],
  ])('says yes of %s at the top level', (_, code) => expect(isOpenAt(code)).toBe(true));

  it.each([
    ['what an outer function may hold', 'const step = (() => { let v; return () => HERE(v); })();'],
    ['a named closure', 'const step = (() => { return function step() { HERE(); }; })();'],
    ['a block', '{ let hidden; globalThis.f = () => HERE(hidden); }'],
    ['a class', 'class Store { #list = []; add() { this.#list.push(HERE()); } }'],
    [
      'a cell with a variable that can change',
      'let cached;\nfunction make() { cached ??= HERE(); }',
    ],
    ['text that can’t be read', 'function make( { HERE'],
  ])('says no of %s', (_, code) => expect(isOpenAt(code)).toBe(false));
});
