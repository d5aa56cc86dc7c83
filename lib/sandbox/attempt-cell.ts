import type { CellError, CellId, PageToWorker } from '@/lib/protocol';
import { SyntaxProblem } from '@/lib/notebook';
import { cellRuntime, type RuntimeParts } from './cell-runtime';
import { readerError, syntaxError, type ModuleLog } from './errors';
import type { evaluate, Evaluation } from './evaluate';
import { Interrupted } from './interrupt';
import type { Outbox } from './outbox';
import type { Scope } from './scope';
import type { CellModule } from './tensor-origin';

export type RunMessage = Extract<PageToWorker, { type: 'run' }>;

/** How a run went, before it is timed. */
export type Ending =
  { status: 'done' } | { status: 'stopped' } | { status: 'error'; error: CellError };

/** `evaluation`: null where the code could not be compiled, or its run was given up. */
export type Attempt = { ending: Ending; evaluation: Evaluation | null };

export type AttemptParts = RuntimeParts & {
  evaluate: typeof evaluate;
  scope: Scope;
  /** The module of each cell's last run. */
  ran: Map<CellId, CellModule>;
  /** Told of every module that is evaluated. */
  modules: Pick<ModuleLog, 'add'>;
  outbox: Outbox;
};

/** Runs a cell's code to its end; its variables stand in the scope if that is a good one. Never rejects. */
export async function attemptCell(message: RunMessage, parts: AttemptParts): Promise<Attempt> {
  const { scope, controls, outbox, interrupt } = parts;
  const { cell } = message;
  let evaluation: Evaluation | null = null;
  try {
    evaluation = startCell(message, parts);
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

function startCell({ run, cell, code, inputs }: RunMessage, parts: AttemptParts): Evaluation {
  const values = parts.scope.read(inputs);
  parts.controls.begin(cell);
  const evaluation = parts.evaluate(code, values, cellRuntime(cell, inputs, parts));
  parts.ran.set(cell, { ...evaluation, code });
  parts.modules.add({ url: evaluation.url, locate: evaluation.locate, cell, run });
  return evaluation;
}

function endingOf(error: unknown, evaluation: Evaluation | null): Ending {
  if (error instanceof Interrupted) return { status: 'stopped' };
  if (error instanceof SyntaxProblem) return { status: 'error', error: syntaxError(error) };
  const told = readerError(error, evaluation?.url ?? '', evaluation?.locate);
  return { status: 'error', error: told };
}
