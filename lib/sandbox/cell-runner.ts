import { seedMathRandom, watchTensors, type Declared, type States } from '@/lib/course';
import type { CellError, CellId, DeviceStatus, WorkerToPage } from '@/lib/protocol';
import { attemptCell, type Attempt, type AttemptParts, type RunMessage } from './attempt-cell';
import { createCellMemory } from './cell-memory';
import { evaluate as evaluateModule } from './evaluate';
import { finishRun } from './finish-run';
import { createLayerNumbering } from './layer-numbering';
import type { RunLeftovers } from './run-leftovers';
import { createScope } from './scope';
import { tensorOrigin, type CellModule } from './tensor-origin';

export type RunnerOptions = Omit<AttemptParts, 'evaluate' | 'scope' | 'ran' | 'last'> & {
  send(message: WorkerToPage): void;
  leftovers: RunLeftovers;
  /** Through which states the models that cells train have gone. */
  states: Omit<States, 'fit'>;
  /** The course library's way to show a value, for the last expression. */
  display(value: unknown): void;
  device(): DeviceStatus;
  /** For tests, where no module can be loaded from a `blob:` address. */
  evaluate?: typeof evaluateModule;
};

/** Runs one cell at a time, and keeps what it declares. */
export type CellRunner = {
  run(message: RunMessage): Promise<void>;
  /** Ends the present run with this error, whatever its code waits for. */
  giveUp(error: CellError): void;
  /** The cell is gone from the page. */
  forget(cell: CellId): void;
  variables(): Declared[];
};

export function createCellRunner(options: RunnerOptions): CellRunner {
  const { send, outbox, interrupt, leftovers, states, display } = options;
  const { evaluate = evaluateModule } = options;
  const scope = createScope();
  const memory = createCellMemory(scope);
  const numbering = createLayerNumbering();
  const ran = new Map<CellId, CellModule>();
  const last = (value: unknown) => {
    if (value !== undefined) display(value);
  };
  const parts: AttemptParts = { ...options, evaluate, scope, ran, last };
  const device = () => options.device().device;
  let giveUp: (error: CellError) => void = () => {};

  function begin({ run, cell, inputs, seed, from }: RunMessage): void {
    interrupt.begin(run);
    outbox.begin(run);
    leftovers.begin();
    states.begin(cell, from);
    seedMathRandom(seed);
    send({ type: 'started', run });
    numbering.begin(Object.values(inputs));
  }

  /** The attempt, or what it is given up for. */
  function attempt(message: RunMessage): Promise<Attempt> {
    const givenUp = new Promise<Attempt>((resolve) => {
      giveUp = (error) => resolve({ ending: { status: 'error', error }, evaluation: null });
    });
    return Promise.race([attemptCell(message, parts), givenUp]);
  }

  return {
    async run(message) {
      const { run, cell, code, from } = message;
      begin(message);
      const former = scope.take(cell);
      const watch = watchTensors();
      const start = performance.now();
      const { ending, evaluation } = await attempt(message);
      const ms = performance.now() - start;
      leftovers.end();
      await outbox.drain().catch(() => {});
      const kept = states.report();
      if (from !== null && kept.from === null && ending.status === 'done') {
        outbox.output({ kind: 'notice', text: NOT_BRANCHED });
        await outbox.drain().catch(() => {});
      }
      if (kept.steps.length > 0) send({ type: 'states', run, ...kept });
      const isDone = ending.status === 'done';
      const originOf = (stack: string) =>
        evaluation && tensorOrigin(stack, { ...evaluation, code }, [...ran.values()]);
      finishRun(run, send, device, () => {
        const settled = memory.settle({ cell, isDone, former, watch, originOf });
        numbering.end(cell, settled.mutations);
        return { ...ending, ...settled, ms, device: device() };
      });
    },
    giveUp: (error) => giveUp(error),
    forget(cell) {
      memory.forget(cell, scope.take(cell));
      numbering.forget(cell);
      states.forget(cell);
      ran.delete(cell);
    },
    variables: scope.variables,
  };
}

const NOT_BRANCHED =
  'This run trained from the beginning: it did not come to the training that you wanted to go on with. Only a training that is watched, of one model in a cell, can go on from a step.';
