import type { RunId } from '@/lib/protocol';

/** Thrown into the reader's code when Stop was pressed; a run whose code catches it still ends as stopped. */
export class Interrupted extends Error {
  override name = 'Interrupted';
  constructor() {
    super('Stopped by the reader.');
  }
}

export type Interrupt = {
  /** Throws `Interrupted` when Stop was pressed for this run. Cheap: called from the reader's loops. */
  check(): void;
  /** Whether `check` would throw. */
  isStopped(): boolean;
  /** Called when a message says Stop; with shared memory the frame has already written it. */
  raise(run: RunId): void;
  /** The run that `check` asks for from here on. A Stop that came before it began holds. */
  begin(run: RunId): void;
};

/** `shared` is one Int32, the run to stop, which the frame can set while this worker is busy; null where memory can't be shared. */
export function createInterrupt(shared: SharedArrayBuffer | null): Interrupt {
  const stopped = new Int32Array(shared ?? new ArrayBuffer(4));
  let present: RunId = 0;
  const isStopped = () => stopped[0] === present;
  return {
    check() {
      if (isStopped()) throw new Interrupted();
    },
    isStopped,
    raise(run) {
      stopped[0] = run;
    },
    begin(run) {
      present = run;
    },
  };
}
