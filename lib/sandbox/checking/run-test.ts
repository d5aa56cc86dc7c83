import { Failure, type Calls, type Detail, type RegisteredTest } from '@/lib/exercises/runtime';
import { LIMITS, type CellError, type Frame, type Tested } from '@/lib/protocol';

export type TestParts = {
  calls: Calls;
  /** Settles when all matchers have that wait for promises. */
  later(): Promise<void>;
  /** What was thrown, told in the reader's own text. */
  tell(error: unknown): CellError;
  now(): number;
};

/** What a test came to, and the frames of the figures in its details. */
export type TestReport = { tested: Tested; frames: Frame[] };

const LONGEST = 4_000;

/** Runs one test to its end. It has passed when it and what it waits for have ended without throwing. Never rejects. */
export async function runTest(
  { sentence, fn }: RegisteredTest,
  parts: TestParts,
): Promise<TestReport> {
  const start = parts.now();
  parts.calls.begin();
  const timed = (tested: Omit<Tested, 'sentence' | 'ms'>): Tested => ({
    sentence,
    ...tested,
    ms: parts.now() - start,
  });
  try {
    await fn();
    await parts.later();
    return { tested: timed({ passed: true, message: '', details: [] }), frames: [] };
  } catch (error) {
    // What else the test waited for must not speak in the next one.
    await parts.later().catch(() => {});
    const { message, line, details } = await failed(error, parts);
    const shown = details.slice(0, LIMITS.testDetails);
    const tested = timed({
      passed: false,
      message: message.slice(0, LONGEST),
      details: shown.map(({ label, output }) => ({ label, output })),
      ...(line === undefined ? {} : { line }),
    });
    return { tested, frames: shown.flatMap((detail) => detail.frames) };
  }
}

type Told = { message: string; line?: number; details: Detail[] };

async function failed(error: unknown, { calls, tell }: TestParts): Promise<Told> {
  const called = calls.details();
  if (error instanceof Failure) {
    const details = await Promise.all(error.details).catch(() => []);
    return { message: error.message, details: [...details, ...called] };
  }
  const { name, message, hint, line } = tell(error);
  const what = name === 'Thrown' ? message : `${name}: ${message}`;
  const where = line === undefined ? 'The test stopped with' : `Line ${line} of your code threw`;
  const words = `${where} ${what}${hint === undefined ? '' : `\n${hint}`}`;
  return { message: words, ...(line === undefined ? {} : { line }), details: called };
}
