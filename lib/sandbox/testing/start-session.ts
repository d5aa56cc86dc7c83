import { vi } from 'vitest';
import { createStates } from '@/lib/course';
import { analyze, resolve, type Analysis } from '@/lib/notebook';
import type {
  ControlValue,
  Outcome,
  PageToWorker,
  VariableReport,
  WorkerToPage,
} from '@/lib/protocol';
import { createInterrupt } from '../interrupt';
import { createLiveControls } from '../live-controls';
import { createOutbox } from '../outbox';
import { createSession, type SessionOptions } from '../session';
import { evaluateHere } from './evaluate-here';

export type CellCode = { id: string; code: string };

const analyses = new Map<string, Analysis>();

function analyzeOnce(code: string): Analysis {
  const analysis = analyses.get(code) ?? analyze(code);
  analyses.set(code, analysis);
  return analysis;
}

/** A session that is alone, with what it sends and displays. */
export function openSession(overrides: Partial<SessionOptions> = {}) {
  const sent: WorkerToPage[] = [];
  const send = (message: WorkerToPage) => void sent.push(message);
  const interrupt = createInterrupt(new SharedArrayBuffer(4));
  const outbox = createOutbox(send);
  const displayed: unknown[] = [];
  const session = createSession({
    send,
    outbox,
    interrupt,
    leftovers: { begin() {}, end() {} },
    states: createStates(),
    controls: createLiveControls(outbox.output),
    inputFor: () => ({}),
    pace: { due: () => false, turn: () => Promise.resolve() },
    modules: { add() {} },
    display: (value) => void displayed.push(value),
    device: () => ({ device: 'cpu', reason: '', fellBack: false }),
    chooseDevice: () => Promise.resolve(),
    survey: () => Promise.resolve(),
    remember() {},
    check: () => Promise.resolve(),
    evaluate: evaluateHere,
    ...overrides,
  });
  return { session, sent, displayed, interrupt };
}

/** A session on a lesson of these cells, which may be changed; what each reads is found as the page finds it. */
export function startSession(cells: CellCode[], overrides: Partial<SessionOptions> = {}) {
  const { session, sent, displayed, interrupt } = openSession(overrides);
  let runs = 0;

  /** `controls`: what the page holds of the cell's own; `from`: where its training goes on. */
  function run(
    id: string,
    controls: Record<string, ControlValue> = {},
    from: number | null = null,
  ): Promise<Outcome> {
    const number = (runs += 1);
    const { code } = cells.find((cell) => cell.id === id)!;
    const analyzed = cells.map((cell) => ({ id: cell.id, analysis: analyzeOnce(cell.code) }));
    const { inputs } = resolve(analyzed).get(id)!;
    const message = { type: 'run', run: number, cell: id, code, inputs, seed: 1, controls, from };
    session.receive(message as PageToWorker);
    return waitFor((answer) =>
      answer.type === 'finished' && answer.run === number ? answer.outcome : null,
    );
  }

  async function variables(): Promise<VariableReport[]> {
    const before = sent.length;
    session.receive({ type: 'inspect' });
    return waitFor((answer, at) =>
      answer.type === 'variables' && at >= before ? answer.variables : null,
    );
  }

  function waitFor<T>(pick: (message: WorkerToPage, at: number) => T | null): Promise<T> {
    return vi.waitFor(
      () => {
        for (const [at, message] of sent.entries()) {
          const found = pick(message, at);
          if (found !== null) return found;
        }
        throw new Error('no answer yet');
      },
      { timeout: 20_000, interval: 2 },
    );
  }

  return { session, run, variables, sent, displayed, stop: () => interrupt.raise(runs) };
}
