import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChecker, type Checker } from './testing/check-in-worker';
import { FORGERIES, SOFTMAX_TESTS } from './testing/forgeries';

let checker: Checker;
beforeAll(async () => {
  checker = await startChecker();
}, 60_000);
afterAll(() => checker.close());

const RIGHT = `function softmax(x: number[], asTensor = false): any {
  const e = x.map((v) => Math.exp(v));
  const sum = e.reduce((a, b) => a + b, 0);
  const p = e.map((v) => v / sum);
  return asTensor ? tf.tensor(p) : p;
}`;

describe('a pass', () => {
  it('is there for a right answer', async () => {
    const { verdict } = await checker.check({ answer: RIGHT, tests: SOFTMAX_TESTS });
    expect(verdict, JSON.stringify(verdict)).toMatchObject({ status: 'passed', points: 5 });
  });

  it.each(FORGERIES)('can’t be had by $name', async ({ answer, ends, points = 0 }) => {
    const patience = ends === 'timeout' ? 4_000 : 20_000;
    const { verdict } = await checker.check({ answer, tests: SOFTMAX_TESTS, patience });
    expect(verdict.status, JSON.stringify(verdict)).toBe(ends ?? 'failed');
    expect(verdict.points).toBe(points);
  });
});
