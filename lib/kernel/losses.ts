import type { CellError } from '@/lib/protocol';
import type { Action, SandboxEnd } from './actions';
import type { State } from './model';
import { SENTENCES, deathError, died, givenUpError, type Death } from './sentences';

/**
 * What comes to pass on the page when the sandbox is gone by itself. `isStopping`: the reader has pressed Stop, so the
 * run that is lost with it ends as they wished.
 */
export function afterDeath(
  { status, lastRun }: Pick<State, 'status' | 'lastRun'>,
  death: Death,
  detail: string,
  isStopping: boolean,
): Action[] {
  if (status === 'ready' && lastRun > 0) {
    const end = endOf(deathError(death, detail), isStopping);
    return [{ type: 'empty-queue' }, { type: 'replaced', message: died(death, detail), end }];
  }
  // Nothing was lost yet, so what waits for the start goes on waiting.
  const next = status === 'ready' ? 'starting' : status;
  return [{ type: 'status', status: next, message: SENTENCES.retrying }];
}

/** There is no sandbox, and none is started until the reader asks for one; `message` says why. */
export function afterFailure(message: string, isStopping: boolean): Action[] {
  const end = endOf(givenUpError(message), isStopping);
  return [
    { type: 'empty-queue' },
    { type: 'replaced', message, end },
    { type: 'status', status: 'failed', message },
  ];
}

function endOf(error: CellError, isStopping: boolean): SandboxEnd {
  return isStopping ? { status: 'stopped' } : { status: 'error', error };
}
