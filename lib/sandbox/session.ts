import type {
  CellError,
  DeviceStatus,
  MemoryReport,
  Outcome,
  PageToWorker,
  WorkerToPage,
} from '@/lib/protocol';
import { seedMathRandom, startReport } from '@/lib/course';
import { SyntaxProblem } from '@/lib/notebook';
import { readerError, syntaxError } from './compile';
import { evaluate, type Evaluation } from './evaluate';
import { Interrupted, type Interrupt } from './interrupt';
import type { Outbox } from './outbox';
import { createScope } from './scope';

export type SessionOptions = {
  send(message: WorkerToPage): void;
  outbox: Outbox;
  interrupt: Interrupt;
  /** The course library's way to show a value, for the last expression. */
  display(value: unknown): void;
  device(): DeviceStatus;
  chooseDevice(message: Extract<PageToWorker, { type: 'device' }>): Promise<void>;
  /** Finds out which graphics devices there are. */
  survey(): Promise<void>;
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
  const { send, outbox, interrupt } = options;
  const scope = createScope();
  let tail: Promise<void> = Promise.resolve();
  let reportLoss: (error: CellError) => void = () => {};

  async function run(message: RunMessage): Promise<void> {
    interrupt.clear();
    outbox.begin(message.run);
    seedMathRandom(message.seed);
    send({ type: 'started', run: message.run });
    const memory = startReport();
    const start = performance.now();
    const lost = new Promise<Ending>(
      (resolve) => (reportLoss = (error) => resolve({ status: 'error', error })),
    );
    const ending = await Promise.race([attempt(message), lost]);
    const ms = performance.now() - start;
    await outbox.drain().catch(() => {});
    send({
      type: 'finished',
      run: message.run,
      outcome: outcomeOf(ending, ms, memory.finish(scope.values())),
    });
  }

  async function attempt({ cell, code, inputs }: RunMessage): Promise<Ending> {
    let evaluation: Evaluation | null = null;
    try {
      const values = scope.read(inputs);
      scope.take(cell);
      evaluation = evaluate(code, values, { last: showLast, check: interrupt.check });
      const declared = await evaluation.values;
      await outbox.drain();
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

  return {
    receive(message) {
      tail = tail.then(() =>
        message.type === 'run' ? run(message) : options.chooseDevice(message),
      );
    },
    lose(message) {
      reportLoss({ name: 'DeviceLost', message, hint: 'Run all to go on.', stack: [] });
    },
    survey() {
      tail = tail.then(options.survey);
    },
  };
}
