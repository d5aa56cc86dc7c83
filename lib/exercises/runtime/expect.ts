import type { Calls } from './calls';
import { comparedDetails, valueDetails } from './details';
import { expectation, isInstance } from './expectation';
import { Failure } from './failure';
import { isRealTensor } from './real-tensor';
import { createSafeCopy, errorCopy, UnsafeValue } from './safe-copy';
import { TENSOR_MATCHERS } from './tensor-matchers';
import { assertion, ASYMMETRIC, isAsymmetric, MATCHERS } from './vitest-expect';
import { valueWords } from './words';

type Matcher = (...expected: unknown[]) => unknown;
/** Those that are most used; all of `@vitest/expect`'s are there that are not about mocks. */
type MatcherName =
  | 'toBe'
  | 'toEqual'
  | 'toStrictEqual'
  | 'toBeCloseTo'
  | 'toBeGreaterThan'
  | 'toBeLessThan'
  | 'toBeGreaterThanOrEqual'
  | 'toBeLessThanOrEqual'
  | 'toBeDefined'
  | 'toBeUndefined'
  | 'toBeNaN'
  | 'toBeInstanceOf'
  | 'toHaveLength'
  | 'toContain'
  | 'toMatch'
  | 'toThrow'
  | 'toBeCloseToTensor'
  | 'toHaveShape';
export type Chain = Record<MatcherName, Matcher> & { not: Chain; resolves: Chain; rejects: Chain };
export type Expect = ((value: unknown) => Chain) & Record<string, unknown>;

/**
 * `expect` for the tests of one check. Matchers see copies; each failure is told in a sentence. `await later` waits for
 * matchers that wait for a promise, in case a test does not: without them it would pass.
 */
export function createExpect(calls: Calls): { expect: Expect; later(): Promise<void> } {
  let waiting: Promise<unknown>[] = [];
  const wait = (work: Promise<unknown>) => {
    waiting.push(work);
    // Seen by `later`.
    work.catch(() => {});
    return work;
  };
  const chainOf = (value: unknown) => createChain(value, calls, wait);
  return {
    expect: Object.freeze(Object.assign(chainOf, ASYMMETRIC)) as Expect,
    async later() {
      const all = waiting;
      waiting = [];
      await Promise.all(all);
    },
  };
}

type Wait = (work: Promise<unknown>) => Promise<unknown>;

function createChain(value: unknown, calls: Calls, wait: Wait): Chain {
  const chain = matchers(value, false, calls);
  const not = matchers(value, true, calls);
  const promised = (get: () => Promise<unknown>, isNot: boolean) =>
    Object.fromEntries(
      NAMES.map((name) => [
        name,
        (...expected: unknown[]) =>
          wait(get().then((got) => matchers(got, isNot, calls)[name]!(...expected))),
      ]),
    );
  const resolved = async () => await value;
  const rejected = () => rejection(value);
  return Object.assign(chain, {
    not,
    resolves: Object.assign(promised(resolved, false), { not: promised(resolved, true) }),
    rejects: Object.assign(promised(rejected, false), { not: promised(rejected, true) }),
  }) as unknown as Chain;
}

const NAMES = [...new Set([...MATCHERS, ...Object.keys(TENSOR_MATCHERS)])];

/** What a promise rejects with; `toThrow` takes it as thrown. */
async function rejection(value: unknown): Promise<unknown> {
  let result: unknown;
  try {
    result = await value;
  } catch (error) {
    return new Rejection(error);
  }
  throw new Failure(`Expected a promise that rejects, but it gave ${valueWords(result)}.`);
}

class Rejection {
  constructor(readonly error: unknown) {}
}

function matchers(value: unknown, isNot: boolean, calls: Calls): Record<string, Matcher> {
  return Object.fromEntries(
    NAMES.map((name) => [name, (...expected) => match({ name, value, isNot, calls }, expected)]),
  );
}

type Match = { name: string; value: unknown; isNot: boolean; calls: Calls };

function match(given: Match, expected: unknown[]): unknown {
  const { name, isNot, calls } = given;
  const value = given.value instanceof Rejection ? given.value.error : given.value;
  const own = TENSOR_MATCHERS[name];
  if (own !== undefined) return own({ value, isNot, calls }, ...expected);
  const problem = problemOf(given, value, expected);
  if (problem === null) return;
  const details =
    expected.length === 0 ? valueDetails('What came', value) : comparedDetails(value, expected[0]);
  throw new Failure(`${problem}.`, details);
}

/** Why the matcher does not hold, in words; null where it does. */
function problemOf(given: Match, value: unknown, expected: unknown[]): string | null {
  const { name, isNot, calls } = given;
  const words = () => expectation(name, expected, isNot);
  const got = () => `${calls.origin(value)} ${valueWords(value)}`;
  if (name === 'toBeInstanceOf') {
    return isInstance(value, expected[0]) !== isNot ? null : `${got()}, ${words()}`;
  }
  if (name.endsWith('Equal') && isRealTensor(value)) {
    return `${got()}, a tensor, which the test must compare with \`toBeCloseToTensor\``;
  }
  try {
    const safe = createSafeCopy(isAsymmetric);
    const received = name.startsWith('toThrow') ? thrower(given.value) : undefined;
    const chain = assertion(received ?? safe(value));
    (isNot ? chain.not : chain)[name]!(...expected.map(safe));
    return null;
  } catch (error) {
    if (error instanceof UnsafeValue)
      return `${calls.origin(value)} what can’t be compared. ${error.message.replace(/\.$/, '')}`;
    if (name.startsWith('toThrow')) return thrownWords(error, words());
    return `${got()}, ${words()}`;
  }
}

/** What `toThrow` calls; what comes out of it is a copy of what was thrown. Undefined where there is nothing to call. */
function thrower(value: unknown): (() => void) | undefined {
  if (value instanceof Rejection) {
    return () => {
      throw thrownCopy(value.error);
    };
  }
  if (typeof value !== 'function') return undefined;
  return () => {
    try {
      value();
    } catch (error) {
      throw thrownCopy(error);
    }
  };
}

const thrownCopy = (error: unknown): unknown =>
  error instanceof Error ? errorCopy(error) : createSafeCopy()(error);

/** `@vitest/expect` says of an error what came instead; it calls what was called a function. */
function thrownWords(error: unknown, expected: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes('but got') ? capital(message) : `The call did not do so: ${expected}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
