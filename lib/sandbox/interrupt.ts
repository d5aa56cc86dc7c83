/** Thrown into the reader's code when Stop was pressed; no `catch` of the reader's keeps it, since checks throw again. */
export class Interrupted extends Error {
  override name = 'Interrupted';
  constructor() {
    super('Stopped by the reader.');
  }
}

export type Interrupt = {
  /** Throws `Interrupted` when Stop was pressed during this run. Cheap: called from the reader's loops. */
  check(): void;
  /** Called when a message says Stop; with shared memory the flag is already up. */
  raise(): void;
  clear(): void;
};

/** `shared` is one Int32 that the frame can set while this worker is busy, or null where memory can't be shared. */
export function createInterrupt(shared: SharedArrayBuffer | null): Interrupt {
  const flag = new Int32Array(shared ?? new ArrayBuffer(4));
  return {
    check() {
      if (flag[0] !== 0) throw new Interrupted();
    },
    raise() {
      flag[0] = 1;
    },
    clear() {
      flag[0] = 0;
    },
  };
}
