import { expect, it } from 'vitest';
import { createScope } from './scope';

it('hands each cell the names that it reads', () => {
  const scope = createScope();
  scope.write('load', { rows: 768, unused: 1 });
  expect(scope.read({ rows: 'load' })).toEqual({ rows: 768 });
});

it('names the cell to run when a value is missing', () => {
  const scope = createScope();
  expect(() => scope.read({ rows: 'load' })).toThrow('Run the cell “load”');
  scope.write('load', { rows: 1 });
  scope.take('load');
  expect(() => scope.read({ rows: 'load' })).toThrow('`rows` has no value yet');
});

it('hands on a variable whatever its name', () => {
  const scope = createScope();
  scope.write('load', Object.fromEntries([['__proto__', 7]]));
  const values = scope.read(Object.fromEntries([['__proto__', 'load']]));
  expect(Object.entries(values)).toEqual([['__proto__', 7]]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});

it('does not mistake an inherited property for a declared name', () => {
  const scope = createScope();
  scope.write('load', {});
  expect(() => scope.read({ toString: 'load' })).toThrow('no value yet');
});
