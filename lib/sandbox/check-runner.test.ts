import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChecker, type Checker, type CheckInput } from './testing/check-in-worker';

let checker: Checker;
beforeAll(async () => {
  checker = await startChecker();
}, 60_000);
afterAll(() => checker.close());

const check = (input: CheckInput) => checker.check(input);

const TESTS = `
test('two ones give a half each', () => {
  expect(softmax([1, 1])).toEqual([0.5, 0.5]);
});
test('large numbers do too', () => {
  expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
});
mistake('The exponentials overflow: subtract the largest number first.', () =>
  Number.isNaN(softmax([1000, 1000])[0]),
);
`;
const NAIVE = `function softmax(x: number[]): number[] {
  const e = x.map(Math.exp);
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / sum);
}`;
const STABLE = NAIVE.replace('x.map(Math.exp)', 'x.map((v) => Math.exp(v - Math.max(...x)))');

describe('a check', () => {
  it('passes a right answer', async () => {
    const { verdict, checked } = await check({ answer: STABLE, tests: TESTS });
    expect(verdict, JSON.stringify(checked)).toMatchObject({
      status: 'passed',
      points: 2,
      mistake: null,
    });
  });

  it('says of a wrong one what was called with what, what came and what was expected', async () => {
    const { verdict, tested } = await check({ answer: NAIVE, tests: TESTS });
    expect(verdict).toMatchObject({ status: 'failed', points: 1, possible: 2 });
    expect(verdict.mistake).toBe('The exponentials overflow: subtract the largest number first.');
    expect(tested[1]!.message).toBe('softmax([1000, 1000]) gave [NaN, NaN], expected [0.5, 0.5].');
    expect(tested[1]!.details.map(({ label }) => label)).toEqual([
      'What came',
      'What was expected',
      'What was called',
    ]);
  });
});
