import type { FigureHistory } from '@/lib/kernel/state';
import type { CellError } from '@/lib/protocol';
import type { ChangedLines } from './given';
import type { Progress } from './progress';
import type { Revealed } from './reveal';
import type { Verdict, VerdictStatus } from './verdict';

/** What the page shows of an exercise, beside the answer itself. */
export type ExerciseSnapshot = {
  status: VerdictStatus;
  verdict: Verdict | null;
  /** The answer that the verdict is about. */
  checked: string | null;
  /** When it was checked, if that was on an earlier visit. */
  before: number | null;
  /** What ended the reader's code, with its place. */
  error: CellError | null;
  figures: Readonly<Record<string, FigureHistory>>;
  /** How many tests have ended so far. */
  ended: number;
  revealed: Revealed | null;
  /** The author's answer in words is shown beside the reader's. */
  comparing: boolean;
  /** What is in the way, or what to do first, in a sentence; empty for nothing. */
  note: string;
  changedLines: readonly ChangedLines[];
  /** How many hints are shown. */
  hints: number;
  solution: 'hidden' | 'warned' | 'loading' | 'shown';
  /** TypeScript; empty for what has none. */
  solutionCode: string;
  progress: Progress | null;
  /** What has just happened, for a screen reader. */
  said: string;
};

export const UNTOUCHED: ExerciseSnapshot = {
  ...{ status: 'unattempted', verdict: null, checked: null, before: null, error: null },
  ...{ figures: {}, ended: 0, revealed: null, comparing: false, note: '', changedLines: [] },
  ...{ hints: 0, solution: 'hidden', solutionCode: '', progress: null, said: '' },
};
