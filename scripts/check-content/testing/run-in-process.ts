import { createContext, runInContext, type Context } from 'node:vm';
import { expect } from 'vitest';
import { parse } from '@/lib/notebook';
import type { CellError, CheckParts } from '@/lib/protocol';
import type { Ran, Run } from '../ran';

type Registered = { sentence: string; work: () => unknown };
type Report = NonNullable<Ran['report']>;

/** What an endless loop of a test waits, whatever its exercise says. */
const MOST_MS = 200;

/**
 * A sandbox for tests: it runs a check in this process as the real one does in a worker, of code that waits for nothing.
 * What a script of a context declares, the next one sees; functions also when the script failed after them.
 */
export const runInProcess: Run = (parts) => {
  const tests: Registered[] = [];
  const mistakes: Registered[] = [];
  const context = createContext({
    ...{ expect, tf: { tensor1d: (values: number[]) => ({ dataSync: () => values }) } },
    test: (sentence: string, work: () => unknown) => tests.push({ sentence, work }),
    mistake: (sentence: string, work: () => unknown) => mistakes.push({ sentence, work }),
  });
  const end = (how: Ran['how'], report: Report | null, tested: Ran['tested'] = []) =>
    Promise.resolve({ how, detail: '', report, tested, ms: 1 });
  const errors: Partial<Record<keyof CheckParts, CellError>> = {};
  for (const name of ['setup', 'answer', 'tests'] as const) {
    if (errors.setup) break;
    const problem = problemOf(name, parts[name], context);
    if (problem === 'endless') return end('timeout', null);
    if (problem !== null) errors[name] = problem;
  }
  const report: Report = {
    setupError: errors.setup ?? null,
    answerError: errors.answer ?? null,
    testsError: errors.tests ?? null,
    mistake: null,
    ms: 1,
  };
  const tested = tests.map(({ sentence, work }) => ({ sentence, ...outcomeOf(work) }));
  if (tested.some(({ passed }) => !passed)) {
    report.mistake = mistakes.find(({ work }) => holds(work))?.sentence ?? null;
  }
  return end('finished', report, tested);
};

function problemOf(name: string, code: string, context: Context): CellError | 'endless' | null {
  try {
    // A script can't wait at its top level, and what is tested here need not.
    const script = parse(code).code.replace(/\bawait \(/g, '(');
    runInContext(script, context, { filename: `${name}.js`, timeout: MOST_MS });
    return null;
  } catch (error) {
    const { name: kind, message, stack = '', code: reason } = error as NodeJS.ErrnoException;
    if (reason === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'endless';
    const line = Number(new RegExp(`${name}\\.js:(\\d+)`).exec(stack)?.[1]);
    return { name: kind, message, line, stack: [] };
  }
}

/** A condition that fails has not recognised anything. */
function holds(work: () => unknown): boolean {
  try {
    return Boolean(work());
  } catch {
    return false;
  }
}

function outcomeOf(work: () => unknown): { passed: boolean; message: string } {
  try {
    work();
    return { passed: true, message: '' };
  } catch (error) {
    return { passed: false, message: (error as Error).message };
  }
}
