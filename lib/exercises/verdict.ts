import type { CellError, Checked, Tested } from '@/lib/protocol';
import type { TestSpec } from './exercise';

export type VerdictStatus =
  'unattempted' | 'running' | 'passed' | 'failed' | 'error' | 'timeout' | 'stopped';

/** How a check came to its end, as the page saw it. Only `finished` has a report. */
export type Ending =
  | { how: 'finished'; checked: Checked; tested: readonly Tested[] }
  | { how: 'timeout'; tested: readonly Tested[] }
  | { how: 'stopped'; tested: readonly Tested[] }
  /** The sandbox died or said what could not be understood. */
  | { how: 'crashed'; detail: string; tested: readonly Tested[] };

export type TestVerdict = {
  sentence: string;
  points: number;
  /** `missing`: it never reported; it counts as not passed. */
  status: 'passed' | 'failed' | 'missing';
  result: Tested | null;
};

/** What a check came to. Points count only what is in `tests`; hidden tests are graded elsewhere. */
export type Verdict = {
  status: Exclude<VerdictStatus, 'unattempted' | 'running'>;
  points: number;
  possible: number;
  tests: readonly TestVerdict[];
  /** The known mistake that was recognised. */
  mistake: string | null;
  /** What to tell first, in words; empty where the tests say it all. */
  message: string;
  /** Only the reader's own browser says so; a server may overrule it. */
  selfChecked: true;
};

type Spec = { tests: readonly TestSpec[] };

/**
 * What a check came to. It fails closed: only a check that ended by itself, without an error anywhere, and in which
 * exactly the exercise's own tests each told once that they passed, is `passed`.
 */
export function judge(spec: Spec, ending: Ending): Verdict {
  const tests = spec.tests.map((test) => judgeTest(test, ending.tested));
  const trouble = troubleOf(spec, ending);
  const hasPassed = tests.length > 0 && tests.every(({ status }) => status === 'passed');
  const status = trouble?.status ?? (hasPassed ? 'passed' : 'failed');
  return {
    status,
    points: sum(tests.filter(({ status: own }) => own === 'passed')),
    possible: sum(tests),
    tests,
    mistake: status !== 'passed' && ending.how === 'finished' ? ending.checked.mistake : null,
    message: trouble?.message ?? '',
    selfChecked: true,
  };
}

const sum = (tests: readonly TestSpec[]) => tests.reduce((total, { points }) => total + points, 0);

/** A test that told twice what it came to has told nothing. */
function judgeTest({ sentence, points }: TestSpec, tested: readonly Tested[]): TestVerdict {
  const [result, ...more] = tested.filter((told) => told.sentence === sentence);
  if (result === undefined || more.length > 0) {
    return { sentence, points, status: 'missing', result: null };
  }
  return { sentence, points, status: result.passed === true ? 'passed' : 'failed', result };
}

type Trouble = { status: Exclude<Verdict['status'], 'passed' | 'failed'>; message: string };

/** Why a check can't be what its tests say; null for one that went as it should. */
function troubleOf(spec: Spec, ending: Ending): Trouble | null {
  switch (ending.how) {
    case 'timeout':
      return { status: 'timeout', message: TIMEOUT };
    case 'stopped':
      return { status: 'stopped', message: STOPPED };
    case 'crashed':
      return { status: 'error', message: `${CRASHED} ${ending.detail}`.trim() };
    case 'finished': {
      const message = errorMessage(ending.checked) ?? mismatch(spec, ending);
      return message === null ? null : { status: 'error', message };
    }
    default:
      return ending satisfies never;
  }
}

function errorMessage({ setupError, answerError, testsError }: Checked): string | null {
  if (setupError !== null) return `${SETUP_FAILED} ${told(setupError)}`;
  if (answerError !== null) return `Your code stopped with an error${place(answerError)}.`;
  if (testsError !== null) return `${TESTS_FAILED} ${told(testsError)}`;
  return null;
}

const told = ({ name, message }: CellError) => `(${name}: ${message})`;
const place = ({ line }: CellError) => (line === undefined ? '' : ` on line ${line}`);

/** The tests that ran, and those that told what they came to, are the exercise's own, each once. */
function mismatch({ tests }: Spec, { checked, tested }: Ending & { how: 'finished' }) {
  const own = tests.map(({ sentence }) => sentence);
  const ran = tested.map(({ sentence }) => sentence);
  if (own.length === 0) return NO_TESTS;
  return isSame(own, checked.registered) && isSame(own, ran) ? null : OTHER_TESTS;
}

/** The same sentences, each once; in any order. */
function isSame(own: readonly string[], others: readonly string[]): boolean {
  const names = new Set(own);
  const isOwn = others.every((name) => names.delete(name));
  return own.length === others.length && names.size === 0 && isOwn;
}

const TIMEOUT =
  'The check took longer than this exercise allows, so it was ended. Look for a loop that does not end, or for work that can be made smaller.';
const STOPPED = 'You stopped the check before it had ended. Press Check to begin it again.';
const CRASHED =
  'The sandbox in which your code ran broke off, so the check has no result. Press Check to try again.';
const SETUP_FAILED = 'The exercise’s own set-up failed; this is not your fault.';
const TESTS_FAILED = 'The exercise’s own tests failed to run.';
const NO_TESTS = 'This exercise has no tests, so nothing can be checked.';
const OTHER_TESTS =
  'Not every test of this exercise told its result exactly once, so the check does not count. Reload the page, and press Check again.';
