import { AsymmetricMatcher, chai, JestAsymmetricMatchers, JestChaiExpect } from '@vitest/expect';

chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

type Assertion = Record<string, (...args: unknown[]) => unknown> & { not: Assertion };

/** `@vitest/expect`'s matchers on a value that is safe. */
export const assertion = (value: unknown) => chai.expect(value) as unknown as Assertion;

/** Of mocks, which tests of an answer have none of. */
const OF_MOCKS = /Called|Return|Resolved|Snapshot/;

export const MATCHERS: readonly string[] = Object.getOwnPropertyNames(
  chai.Assertion.prototype,
).filter((name) => /^to[A-Z]/.test(name) && !OF_MOCKS.test(name));

/** `expect.closeTo(0.5)`, `expect.any(Number)`, ...: they stand for a value in what a test expects. */
const NAMES = ['any', 'anything', 'arrayContaining', 'closeTo', 'objectContaining'];

const all = chai.expect as unknown as Record<string, (...given: unknown[]) => unknown>;

export const ASYMMETRIC: Record<string, unknown> = Object.fromEntries(
  [...NAMES, 'stringContaining', 'stringMatching'].map((name) => [
    name,
    // Called on Chai's own, of which it is a method.
    (...given: unknown[]) => all[name]!(...given),
  ]),
);

/** Made by one of those; the class itself is out of the reader's reach. */
export const isAsymmetric = (value: object): boolean => value instanceof AsymmetricMatcher;

export const isAssertionError = (error: unknown): error is Error =>
  error instanceof chai.AssertionError;
