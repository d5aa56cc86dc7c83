import { formatTime } from '@/lib/lesson/format-time';
import type { TestVerdict, Verdict, VerdictStatus } from './verdict';

/* How verdicts are said, in the interface and to a screen reader. */

/** "1 point", "3 points" */
export const pointWords = (points: number) => `${points} point${points === 1 ? '' : 's'}`;

/** What an exercise says of its state, in two or three words. */
export function statusWord(status: VerdictStatus): string {
  switch (status) {
    case 'unattempted':
      return 'not tried yet';
    case 'running':
      return 'being checked';
    case 'passed':
      return 'passed';
    case 'failed':
      return 'not passed yet';
    case 'error':
      return 'stopped with an error';
    case 'timeout':
      return 'out of time';
    case 'stopped':
      return 'stopped';
    default:
      return status satisfies never;
  }
}

/** The first line of what a check has found. */
export function headline({ status, points, possible }: Verdict): string {
  const share = `${points} of ${pointWords(possible)}`;
  switch (status) {
    case 'passed':
      return `Passed: ${share}.`;
    case 'failed':
      return `Not passed yet: ${share}.`;
    case 'error':
      return points > 0 ? `An error: ${share}.` : 'An error.';
    case 'timeout':
      return points > 0 ? `Out of time: ${share}.` : 'Out of time.';
    case 'stopped':
      return 'Stopped.';
    default:
      return status satisfies never;
  }
}

/** Said once when a check has ended. */
export function spokenVerdict(verdict: Verdict): string {
  const { tests, mistake, message } = verdict;
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const count = tests.length > 0 ? `${passed} of ${tests.length} tests passed.` : '';
  return [headline(verdict), mistake ?? '', message, count].filter((part) => part !== '').join(' ');
}

export function testWord({ status }: TestVerdict): string {
  switch (status) {
    case 'passed':
      return 'passed';
    case 'failed':
      return 'failed';
    case 'missing':
      return 'not reached';
    default:
      return status satisfies never;
  }
}

/** The time of a test that took long enough to be of interest; empty for others. */
export const testTime = ({ result }: TestVerdict) =>
  result !== null && result.ms >= 100 ? formatTime(result.ms) : '';

/** "lines 3 to 5", "line 4", "lines that are missing" */
export function lineWords(lines: { from: number; to: number } | null): string {
  if (lines === null) return 'lines that are missing';
  return lines.from === lines.to ? `line ${lines.from}` : `lines ${lines.from} to ${lines.to}`;
}
