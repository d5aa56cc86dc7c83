import type { Checked, Tested } from '@/lib/protocol';

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
