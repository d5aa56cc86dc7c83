import {
  isWorkerToPage,
  type CellError,
  type CellId,
  type DeviceStatus,
  type Outcome,
  type PageToWorker,
  type RunId,
  type WorkerToPage,
} from '@/lib/protocol';
import { describeVariables, seedMathRandom, watchTensors, type Pace } from '@/lib/course';
import { SyntaxProblem } from '@/lib/notebook';
import { createCellMemory } from './cell-memory';
import { cellRuntime } from './cell-runtime';
import { readerError, syntaxError, type ModuleLog } from './errors';
import { evaluate as evaluateModule, type Evaluation } from './evaluate';
import { Interrupted, type Interrupt } from './interrupt';
import { createLayerNumbering } from './layer-numbering';
import type { Outbox } from './outbox';
import type { RunLeftovers } from './run-leftovers';
import type { LiveControls } from './live-controls';
import { createScope } from './scope';
import { tensorOrigin, type CellModule } from './tensor-origin';

export type SessionOptions = {
  send(message: WorkerToPage): void;
  outbox: Outbox;
  interrupt: Interrupt;
  leftovers: RunLeftovers;
  controls: LiveControls;
  /** The course library's `input`, for the control of one variable. */
  inputFor(name: string): unknown;
  pace: Pace;
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
/** `evaluation`: null where the code could not be compiled, or its run was given up. */
type Attempt = { ending: Ending; evaluation: Evaluation | null };

/** Runs cells one after another, each to its end, and keeps their variables. */
export function createSession(options: SessionOptions): Session {
  const {
    send,
    outbox,
    interrupt,
    leftovers,
    controls,
    modules,
    evaluate = evaluateModule,
  } = options;
  const scope = createScope();
  const memory = createCellMemory(scope);
  const numbering = createLayerNumbering();
  /** The module of each cell's last run. */
  const ran = new Map<CellId, CellModule>();
  let tail: Promise<void> = Promise.resolve();
  let reportLoss: (error: CellError) => void = () => {};

  async function run(message: RunMessage): Promise<void> {
    interrupt.begin(message.run);
    outbox.begin(message.run);
    leftovers.begin();
    seedMathRandom(message.seed);
    send({ type: 'started', run: message.run });
    const former = scope.take(message.cell);
    numbering.begin(Object.values(message.inputs));
    const watch = watchTensors();
    const start = performance.now();
    const lost = new Promise<Attempt>(
      (resolve) =>
        (reportLoss = (error) => resolve({ ending: { status: 'error', error }, evaluation: null })),
    );
    const { ending, evaluation } = await Promise.race([attempt(message), lost]);
    const ms = performance.now() - start;
    leftovers.end();
    await outbox.drain().catch(() => {});
    const { cell } = message;
    const isDone = ending.status === 'done';
    const originOf = (stack: string) =>
      evaluation && tensorOrigin(stack, { ...evaluation, code: message.code }, [...ran.values()]);
    finish(message.run, () => {
      const settled = memory.settle({ cell, isDone, former, watch, originOf });
      numbering.end(cell, settled.mutations);
      return { ...ending, ...settled, ms, device: options.device().device };
    });
  }

  /** A run that has started always finishes: reader code may have broken what the report is made of. */
  function finish(run: RunId, outcome: () => Outcome): void {
    try {
      const message: WorkerToPage = { type: 'finished', run, outcome: outcome() };
      if (isWorkerToPage(message)) return send(message);
    } catch {
      // Told below.
    }
    const error = { name: 'Error', message: UNREADABLE, stack: [] };
    const unknown = { ms: 0, memory: { tensors: 0, bytes: 0, leaked: [] }, mutations: [] };
    const { device } = options.device();
    send({ type: 'finished', run, outcome: { status: 'error', error, ...unknown, device } });
  }

  async function attempt({ run, cell, code, inputs }: RunMessage): Promise<Attempt> {
    let evaluation: Evaluation | null = null;
    try {
      const values = scope.read(inputs);
      controls.begin(cell);
      evaluation = evaluate(
        code,
        values,
        cellRuntime(cell, inputs, { ...options, last: showLast }),
      );
      ran.set(cell, { ...evaluation, code });
      modules.add({ url: evaluation.url, locate: evaluation.locate, cell, run });
      const declared = await evaluation.values;
      await outbox.drain();
      // The reader's code may have caught what Stop threw; what it made then depends on when Stop was pressed.
      interrupt.check();
      controls.expose(cell, declared);
      scope.write(cell, declared);
      return { ending: { status: 'done' }, evaluation };
    } catch (error) {
      return { ending: endingOf(error, evaluation), evaluation };
    }
  }

  function showLast(value: unknown) {
    if (value !== undefined) options.display(value);
  }

  async function inspect(): Promise<void> {
    send({ type: 'variables', variables: await describeVariables(scope.variables()) });
  }

  async function forget(cell: CellId): Promise<void> {
    memory.forget(cell, scope.take(cell));
    numbering.forget(cell);
    ran.delete(cell);
  }

  /** One after another; what goes wrong in one link must not break the chain. */
  function enqueue(task: () => Promise<void>): void {
    tail = tail.then(task).catch((error: unknown) => {
      outbox.output({ kind: 'notice', text: `The sandbox could not go on: ${String(error)}` });
    });
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'run':
          // Now, and not when it begins: a control that is moved until then sends a newer value.
          controls.setAll(message.cell, message.controls);
          return enqueue(() => run(message));
        case 'control':
          return controls.set(message.cell, message.key, message.value);
        case 'inspect':
          return enqueue(inspect);
        case 'forget':
          // At once too: the cell may come back, and its run with it, before what runs now has ended.
          controls.forget(message.cell);
          return enqueue(() => forget(message.cell));
        case 'device':
          return enqueue(() => options.chooseDevice(message));
        default:
          message satisfies never;
      }
    },
    lose(message) {
      reportLoss({ name: 'DeviceLost', message, hint: 'Run all to go on.', stack: [] });
    },
    survey() {
      enqueue(options.survey);
    },
  };
}

function endingOf(error: unknown, evaluation: Evaluation | null): Ending {
  if (error instanceof Interrupted) return { status: 'stopped' };
  if (error instanceof SyntaxProblem) return { status: 'error', error: syntaxError(error) };
  const told = readerError(error, evaluation?.url ?? '', evaluation?.locate);
  return { status: 'error', error: told };
}

const UNREADABLE =
  'How this run ended could not be read, perhaps because the code changed TensorFlow.js or JavaScript itself. Restart, and run again.';
