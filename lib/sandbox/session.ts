import {
  isWorkerToPage,
  type CellError,
  type DeviceStatus,
  type MemoryReport,
  type Outcome,
  type PageToWorker,
  type RunId,
  type WorkerToPage,
} from '@/lib/protocol';
import { seedMathRandom, startReport } from '@/lib/course';
import { SyntaxProblem } from '@/lib/notebook';
import { readerError, syntaxError, type ModuleLog } from './errors';
import { evaluate as evaluateModule, type Evaluation } from './evaluate';
import { Interrupted, type Interrupt } from './interrupt';
import type { Outbox } from './outbox';
import type { RunLeftovers } from './run-leftovers';
import { createScope } from './scope';

export type SessionOptions = {
  send(message: WorkerToPage): void;
  outbox: Outbox;
  interrupt: Interrupt;
  leftovers: RunLeftovers;
  /** Told of every module that is evaluated. */
  modules: Pick<ModuleLog, 'add'>;
  /** The course library's way to show a value, for the last expression. */
  display(value: unknown): void;
  device(): DeviceStatus;
  chooseDevice(message: Extract<PageToWorker, { type: 'device' }>): Promise<void>;
  /** Finds out which graphics devices there are. */
  survey(): Promise<void>;
  /** For tests, where no module can be loaded from a `blob:` address. */
  evaluate?: typeof evaluateModule;
};

export type Session = {
  receive(message: PageToWorker): void;
  /** Ends the present run when the device under it is gone; TensorFlow.js itself would wait for ever. */
  lose(message: string): void;
  /** Surveys the devices when nothing runs. */
  survey(): void;
};

type RunMessage = Extract<PageToWorker, { type: 'run' }>;
/** How a run went, before it is timed. */
type Ending = { status: 'done' } | { status: 'stopped' } | { status: 'error'; error: CellError };

/** Runs cells one after another, each to its end, and keeps their variables. */
export function createSession(options: SessionOptions): Session {
  const { send, outbox, interrupt, leftovers, modules, evaluate = evaluateModule } = options;
  const scope = createScope();
  let tail: Promise<void> = Promise.resolve();
  let reportLoss: (error: CellError) => void = () => {};

  async function run(message: RunMessage): Promise<void> {
    interrupt.begin(message.run);
    outbox.begin(message.run);
    leftovers.begin();
    seedMathRandom(message.seed);
    send({ type: 'started', run: message.run });
    const memory = startReport();
    const start = performance.now();
    const lost = new Promise<Ending>(
      (resolve) => (reportLoss = (error) => resolve({ status: 'error', error })),
    );
    const ending = await Promise.race([attempt(message), lost]);
    const ms = performance.now() - start;
    leftovers.end();
    await outbox.drain().catch(() => {});
    finish(message.run, () => outcomeOf(ending, ms, memory.finish(scope.values())));
  }

  /** A run that has started always finishes: reader code may have broken what the report is made of. */
  function finish(run: RunId, outcome: () => Outcome): void {
    try {
      const message: WorkerToPage = { type: 'finished', run, outcome: outcome() };
      if (isWorkerToPage(message)) return send(message);
    } catch {
      // Told below.
    }
    const memory = { tensors: 0, bytes: 0, leaked: [] };
    const error = { name: 'Error', message: UNREADABLE, stack: [] };
    const device = options.device().device;
    send({ type: 'finished', run, outcome: { status: 'error', error, ms: 0, memory, device } });
  }

  async function attempt({ run, cell, code, inputs }: RunMessage): Promise<Ending> {
    let evaluation: Evaluation | null = null;
    try {
      const values = scope.read(inputs);
      scope.take(cell);
      evaluation = evaluate(code, values, { last: showLast, check: interrupt.check });
      modules.add({ url: evaluation.url, locate: evaluation.locate, cell, run });
      const declared = await evaluation.values;
      await outbox.drain();
      // The reader's code may have caught what Stop threw; what it made then depends on when Stop was pressed.
      interrupt.check();
      scope.write(cell, declared);
      return { status: 'done' };
    } catch (error) {
      if (error instanceof Interrupted) return { status: 'stopped' };
      if (error instanceof SyntaxProblem) return { status: 'error', error: syntaxError(error) };
      return {
        status: 'error',
        error: readerError(error, evaluation?.url ?? '', evaluation?.locate),
      };
    }
  }

  function showLast(value: unknown) {
    if (value !== undefined) options.display(value);
  }

  function outcomeOf(ending: Ending, ms: number, memory: MemoryReport): Outcome {
    return { ...ending, ms, memory, device: options.device().device };
  }

  /** One after another; what goes wrong in one link must not break the chain. */
  function enqueue(task: () => Promise<void>): void {
    tail = tail.then(task).catch((error: unknown) => {
      outbox.output({ kind: 'notice', text: `The sandbox could not go on: ${String(error)}` });
    });
  }

  return {
    receive(message) {
      enqueue(() => (message.type === 'run' ? run(message) : options.chooseDevice(message)));
    },
    lose(message) {
      reportLoss({ name: 'DeviceLost', message, hint: 'Run all to go on.', stack: [] });
    },
    survey() {
      enqueue(options.survey);
    },
  };
}

const UNREADABLE =
  'How this run ended could not be read, perhaps because the code changed TensorFlow.js or JavaScript itself. Restart, and run again.';
