import type { CellError, Output } from './output';

/** What a check is made of. */
export type CheckParts = {
  seed: number;
  /** Runs first, unseen. */
  setup: string;
  /** The reader's. */
  answer: string;
  tests: string;
};

/** One test has ended. */
export type Tested = {
  sentence: string;
  passed: boolean;
  /** What went wrong, in a sentence or a few; empty when passed. */
  message: string;
  /** What was called with what, what was expected and what came: labelled values, and figures of tensors and images. */
  details: { label: string; output: Output }[];
  /** 1-based, in the reader's own TypeScript, where an error of theirs ended the test. */
  line?: number;
  ms: number;
};

/** A check has ended by itself. */
export type Checked = {
  /** The sentences of the tests that were registered, in order. */
  registered: string[];
  setupError: CellError | null;
  answerError: CellError | null;
  /** The tests' own code failed outside of a test. */
  testsError: CellError | null;
  /** The first known mistake that was recognised. */
  mistake: string | null;
  ms: number;
};
