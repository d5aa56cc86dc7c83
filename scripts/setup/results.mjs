/**
 * @typedef {{ passed: number, failed: number }} Count
 * A test that was skipped was not shown to pass, so it counts as failed.
 */

/**
 * @param {{ numPassedTests: number, numTotalTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report of vitest
 * @returns {Count}
 */
export function countVitest(report) {
  // A file that cannot be loaded has no tests to count.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numTotalTests - report.numPassedTests + broken.length;
  return { passed: report.numPassedTests, failed };
}

/**
 * A flaky test failed, was tried once more, and passed: Playwright lists those by name at its end.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report of Playwright
 * @returns {Count}
 */
export function countPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.skipped + errors.length;
  return { passed: stats.expected + stats.flaky, failed };
}

/**
 * A suite's count, given how its command ended: a failure outside any test is one failure more,
 * and a suite in which nothing ran has failed.
 * @param {Count | null} count null when there is no report
 * @param {number} code
 * @returns {Count}
 */
export function judge(count, code) {
  if (count === null || (count.failed === 0 && (code !== 0 || count.passed === 0))) {
    return { passed: count?.passed ?? 0, failed: 1 };
  }
  return count;
}

/** @param {Count[]} counts */
export function sum(counts) {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}
