import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, judge, sum } from './results.mjs';

describe('counting', () => {
  it('takes a skipped test for a failed one, and one that passed on its second try for passed', () => {
    const files = [{ status: 'passed', assertionResults: [{}, {}, {}] }];
    const report = { numPassedTests: 2, numTotalTests: 3, testResults: files };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1 });
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 3 });
  });

  it('counts a file that cannot be loaded', () => {
    const files = [{ status: 'failed', assertionResults: [] }];
    const report = { numPassedTests: 2, numTotalTests: 2, testResults: files };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts an error outside the tests', () => {
    const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 1 });
  });

  it('never passes a suite that gave no report, ran nothing, or ended badly', () => {
    expect(judge(null, 0)).toEqual({ passed: 0, failed: 1 });
    expect(judge({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(judge({ passed: 7, failed: 0 }, 1)).toEqual({ passed: 7, failed: 1 });
    expect(judge({ passed: 7, failed: 2 }, 1)).toEqual({ passed: 7, failed: 2 });
    expect(judge({ passed: 7, failed: 0 }, 0)).toEqual({ passed: 7, failed: 0 });
  });

  it('adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
