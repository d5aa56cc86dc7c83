import { valueWords } from './words';

/** What a matcher asks for, as the end of a sentence: "expected [0.5, 0.5]". */
export function expectation(name: string, expected: readonly unknown[], isNot: boolean): string {
  const [first] = expected;
  const words = WORDS[name]?.(valueWords(first), expected) ?? `to hold: ${plain(name)}`;
  return `expected ${isNot ? negated(words) : words}`;
}

type Say = (first: string, expected: readonly unknown[]) => string;

const WORDS: Record<string, Say> = {
  toBe: (first) => first,
  toEqual: (first) => first,
  toStrictEqual: (first) => first,
  toBeCloseTo: (first, [, digits]) =>
    `${first}, to ${typeof digits === 'number' ? digits : 2} digits after the point`,
  toBeGreaterThan: (first) => `more than ${first}`,
  toBeGreaterThanOrEqual: (first) => `${first} or more`,
  toBeLessThan: (first) => `less than ${first}`,
  toBeLessThanOrEqual: (first) => `${first} or less`,
  toBeTruthy: () => 'a value that counts as true',
  toBeFalsy: () => 'a value that counts as false',
  toBeNaN: () => 'NaN',
  toBeNull: () => 'null',
  toBeUndefined: () => 'undefined',
  toBeDefined: () => 'a value, and not undefined',
  toBeNullable: () => 'null or undefined',
  toBeTypeOf: (first) => `a value of type ${first.replaceAll('"', '')}`,
  toBeInstanceOf: (_, [kind]) => `an instance of ${errorWords(kind)}`,
  toContain: (first) => `something that contains ${first}`,
  toContainEqual: (first) => `something that contains ${first}`,
  toHaveLength: (first) => `a length of ${first}`,
  toHaveProperty: (first, [, value]) =>
    `a property ${first}${value === undefined ? '' : ` of ${valueWords(value)}`}`,
  toMatch: (first) => `a text that matches ${first}`,
  toMatchObject: (first) => `at least ${first}`,
  toThrow: (_, [wanted]) => `an error${wanted === undefined ? '' : `: ${errorWords(wanted)}`}`,
  toThrowError: (_, [wanted]) => `an error${wanted === undefined ? '' : `: ${errorWords(wanted)}`}`,
};

const negated = (words: string) => `anything but ${words}`;

/** `toBeCloseTo` as "to be close to". */
const plain = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function errorWords(wanted: unknown): string {
  if (wanted instanceof RegExp) return `one that matches ${String(wanted)}`;
  return typeof wanted === 'function' ? wanted.name : valueWords(wanted);
}

/** By the chain of prototypes alone, which no code of the reader's takes part in. */
export function isInstance(value: unknown, kind: unknown): boolean {
  if (typeof kind !== 'function') return false;
  const { value: wanted } = Reflect.getOwnPropertyDescriptor(kind, 'prototype') ?? {};
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' && wanted === Function.prototype;
  for (
    let at: unknown = Object.getPrototypeOf(value);
    at !== null;
    at = Object.getPrototypeOf(at)
  ) {
    if (at === wanted) return true;
  }
  return false;
}
