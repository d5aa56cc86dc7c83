import { seedMathRandom } from '@/lib/course';
import {
  createCalls,
  createRegistry,
  createTestNames,
  type RegisteredMistake,
  type RegisteredTest,
} from '@/lib/exercises/runtime';
import { analyze } from '@/lib/notebook';
import { isWorkerToPage, type Checked, type Tested, type WorkerToPage } from '@/lib/protocol';
import { cellRuntime, type RuntimeParts } from './cell-runtime';
import { freezePlain } from './checking/freeze-plain';
import { hardenGlobals, hardenLanguage } from './checking/harden-realm';
import { hardenTensorFlow } from './checking/harden-tensorflow';
import { namesForTests, type Readers } from './checking/names-for-tests';
import { runCode, type CodeParts } from './checking/run-code';
import { runTest, type TestReport } from './checking/run-test';
import { readerError, type ModuleLog } from './errors';
import type { CellRuntime, evaluate } from './evaluate';
import type { Outbox } from './outbox';
import type { RunLeftovers } from './run-leftovers';
import type { CheckMessage } from './session';

export type CheckerParts = Omit<RuntimeParts, 'last'> & {
  send(message: WorkerToPage): void;
  outbox: Outbox;
  leftovers: RunLeftovers;
  modules: Pick<ModuleLog, 'add'>;
  evaluate: typeof evaluate;
};

// Kept when this loads, before any code of the reader's runs.
const now = performance.now.bind(performance);

/**
 * Checks an answer: hardens the worker for good, runs the set-up, the answer and the tests, and tells of each test, and
 * of the end. An error anywhere is part of what is told; nothing that is missing from it counts as a pass.
 */
export async function runCheck(message: CheckMessage, parts: CheckerParts): Promise<void> {
  const { run } = message;
  const start = now();
  parts.interrupt.begin(run);
  parts.outbox.begin(run);
  parts.leftovers.begin();
  parts.send({ type: 'started', run });
  let checked: Omit<Checked, 'ms'>;
  try {
    hardenWorker();
    checked = await checkAnswer(message, parts);
  } catch (error) {
    checked = { ...NOTHING, testsError: readerError(error, '') };
  }
  await parts.outbox.drain().catch(() => {});
  const report: WorkerToPage = { type: 'checked', run, checked: { ...checked, ms: now() - start } };
  const unreadable = { name: 'Error', message: UNREADABLE, stack: [] };
  parts.send(
    isWorkerToPage(report)
      ? report
      : { type: 'checked', run, checked: { ...NOTHING, testsError: unreadable, ms: 0 } },
  );
}

const NOTHING = {
  registered: [],
  setupError: null,
  answerError: null,
  testsError: null,
  mistake: null,
};

const UNREADABLE = 'What the check came to could not be read.';

function hardenWorker(): void {
  hardenLanguage();
  const tf = hardenTensorFlow();
  // The worker leaves this one name open until it is known what the worker is for.
  Object.defineProperty(globalThis, 'tf', { value: tf, writable: false, configurable: false });
  hardenGlobals();
}

async function checkAnswer(
  { run, seed, setup, answer, tests }: CheckMessage,
  parts: CheckerParts,
): Promise<Omit<Checked, 'ms'>> {
  const code = codeParts(parts);
  const taken = takenNames();
  seedMathRandom(seed);
  const prepared = await runCode(setup, {}, code);
  if (prepared.error !== null) return { ...NOTHING, setupError: prepared.error };
  const given = valuesOf(prepared.readers);
  freezePlain(given);

  seedMathRandom(seed);
  const answered = await runCode(answer, given, {
    ...code,
    started: (module) => parts.modules.add({ ...module, cell: 'answer', run }),
  });
  // Its timers, and the names that it put on the global object.
  parts.leftovers.end();
  parts.leftovers.begin();

  const calls = createCalls();
  const registry = createRegistry();
  const { names, later } = createTestNames(answer, calls, registry);
  const declared = {
    setup: prepared.readers,
    answer: answered.readers,
    stoppedAt: answered.error === null ? null : answered.error.line,
  };
  const reads = analyze(tests).reads.filter((name) => !Object.hasOwn(names, name));
  const live = namesForTests(reads, declared, taken, calls);
  const inputs = { ...names, ...Object.fromEntries(Object.keys(live).map((name) => [name, null])) };
  seedMathRandom(seed);
  const { error: testsError } = await runCode(tests, inputs, {
    ...code,
    runtime: () => ({ ...code.runtime(), live }),
  });
  const registered = registry.close();
  const tell = (error: unknown) => readerError(error, answered.url, answered.locate);
  const runOne = async (test: RegisteredTest, at: number) => {
    seedMathRandom(seed + at + 1);
    const report = await runTest(test, { calls, later, tell, now });
    sendTested(run, report, parts.send);
    return report.tested.passed;
  };
  const passed: boolean[] = [];
  for (const [at, test] of registered.tests.entries()) passed.push(await runOne(test, at));
  return {
    registered: registered.tests.map(({ sentence }) => sentence),
    setupError: null,
    answerError: answered.error,
    testsError,
    mistake: passed.includes(false) ? await recognise(registered.mistakes) : null,
  };
}

function codeParts(parts: CheckerParts): CodeParts & { runtime(): CellRuntime } {
  return {
    evaluate: parts.evaluate,
    runtime: () => cellRuntime('answer', {}, { ...parts, last() {} }),
    async settle() {
      await parts.outbox.drain();
      parts.interrupt.check();
    },
  };
}

/** Names of JavaScript, of the browser and of the course: an answer that declares one has it for itself alone. */
function takenNames(): (name: string) => boolean {
  const names = new Set<string>();
  for (
    let owner: object | null = globalThis;
    owner !== null;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(owner)) names.add(name);
  }
  for (const name of FREE) names.delete(name);
  return (name) => names.has(name);
}

/** Words that an exercise may well ask for, and that no test means as the browser does. */
const FREE = ['name', 'origin', 'location', 'scheduler', 'fonts', 'navigator'];

/** The set-up has ended well, so that all of its names have a value. */
function valuesOf(readers: Readers): Record<string, unknown> {
  return Object.fromEntries(Object.entries(readers).map(([name, reader]) => [name, reader()]));
}

/** The first known mistake whose predicate says yes; one that throws says no. */
async function recognise(mistakes: readonly RegisteredMistake[]): Promise<string | null> {
  for (const { sentence, predicate } of mistakes) {
    try {
      if ((await predicate()) === true) return sentence;
    } catch {
      // It asks for what this answer has not.
    }
  }
  return null;
}

function sendTested(run: number, { tested, frames }: TestReport, send: CheckerParts['send']): void {
  const figures: WorkerToPage = { type: 'frames', run, frames };
  if (frames.length > 0 && isWorkerToPage(figures)) send(figures);
  const report: WorkerToPage = { type: 'tested', run, tested };
  send(isWorkerToPage(report) ? report : { type: 'tested', run, tested: told(tested) });
}

/** Without what could not be sent. */
const told = ({ sentence, ms }: Tested): Tested => ({
  sentence: sentence.slice(0, 1_000),
  passed: false,
  message: 'What this test came to could not be read.',
  details: [],
  ms,
});
