import type { CellError, CheckParts } from '@/lib/protocol';

/** How a check ended, without the values and figures that it showed. */
export type Ran = {
  how: 'finished' | 'timeout' | 'stopped' | 'crashed';
  /** Of a crash; else empty. */
  detail: string;
  /** Null unless it has finished. */
  report: {
    setupError: CellError | null;
    answerError: CellError | null;
    testsError: CellError | null;
    mistake: string | null;
    /** What counts for the time limit: without the worker's start. */
    ms: number;
  } | null;
  tested: readonly { sentence: string; passed: boolean; message: string; line?: number }[];
  /** From the request to the end, a fresh worker's start included. */
  ms: number;
};

/** Runs one check in a sandbox of its own, for at most so many seconds. */
export type Run = (parts: CheckParts, seconds: number) => Promise<Ran>;

export type TestState = 'passed' | 'failed' | 'missing';

/** What became of a test; one that reported twice has not passed. */
export function stateOf(ran: Ran, sentence: string): TestState {
  const own = ran.tested.filter((tested) => tested.sentence === sentence);
  if (own.length === 0) return 'missing';
  return own.every(({ passed }) => passed) ? 'passed' : 'failed';
}

export function errorText({ name, message }: CellError): string {
  return endSentence(name === 'Error' || name === '' ? message : `${name}: ${message}`);
}

/** In one line, with a full stop. */
export function endSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

export function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
