import { createFrameQueue } from './frame-queue';
import {
  LIMITS,
  charactersOf,
  type Frame,
  type Output,
  type Progress,
  type RunId,
  type WorkerToPage,
} from '@/lib/protocol';

/** At most about thirty batches a second reach the page, however fast the reader's code prints. */
const FLUSH_MS = 33;

export type Outbox = {
  /** What comes from here on belongs to this run. */
  begin(run: RunId): void;
  /** Keeps its place in the order while a promised output (a tensor that is being read back) is on its way. */
  output(output: Output | Promise<Output>): void;
  frames(frames: Frame[]): void;
  progress(progress: Progress): void;
  /** The next figure's id: the same in every run of a cell, so that a figure on the page lives through a rerun. */
  figureId(): string;
  run(): RunId;
  /** The run is not over before this settles. */
  wait(work: Promise<unknown>): void;
  /** Sends all that is pending, waiting for promised outputs; rejects when work that was waited for did. */
  drain(): Promise<void>;
};

type Slot = { output: Output | null };

/**
 * Collects what a run shows and sends it in batches. Past the caps of `LIMITS` it says so once and drops the rest,
 * so that no loop can flood the page.
 */
export function createOutbox(
  send: (message: WorkerToPage) => void,
  now: () => number = () => performance.now(),
): Outbox {
  let run: RunId = 0;
  let slots: Slot[] = [];
  const frames = createFrameQueue();
  let shown = new Set<string>();
  let progress: Progress | null = null;
  /** What has not settled yet, or has failed. */
  let waiting = new Set<Promise<unknown>>();
  let count = 0;
  let characters = 0;
  let figures = 0;
  let figureIds = 0;
  let capped = false;
  let lastFlush = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush() {
    lastFlush = now();
    const ready = slots.findIndex((slot) => slot.output === null);
    const batch = slots.splice(0, ready === -1 ? slots.length : ready);
    if (batch.length > 0) {
      send({ type: 'outputs', run, outputs: batch.map((slot) => slot.output as Output) });
    }
    // A figure's place may be among what still waits, and its frames must not overtake it.
    const moved = slots.length === 0 ? frames.take() : [];
    if (moved.length > 0) send({ type: 'frames', run, frames: moved });
    if (progress !== null) send({ type: 'progress', run, progress });
    progress = null;
  }

  /** A loop that never yields never sees the timer, so each call also looks at the clock. */
  function schedule() {
    if (now() - lastFlush >= FLUSH_MS) return flush();
    timer ??= setTimeout(() => {
      timer = null;
      flush();
    }, FLUSH_MS);
  }

  function cap() {
    if (capped) return;
    capped = true;
    slots.push({ output: { kind: 'notice', text: CAP_NOTICE } });
    schedule();
  }

  /** Whether the run may still show this much. */
  function admit(output: Output): boolean {
    count += 1;
    characters += charactersOf(output);
    if (output.kind === 'figure') figures += 1;
    const admitted =
      count <= LIMITS.outputs && characters <= LIMITS.characters && figures <= LIMITS.figures;
    if (admitted && output.kind === 'figure') shown.add(output.figure.id);
    return admitted;
  }

  function settle(slot: Slot, output: Output) {
    if (admit(output)) slot.output = output;
    else {
      slots = slots.filter((other) => other !== slot);
      cap();
    }
    schedule();
  }

  /** A long training waits for one thing after another: what has settled is let go of. */
  function wait(work: Promise<unknown>) {
    const settled: Promise<unknown> = work.then(() => waiting.delete(settled));
    // Seen by `drain`; until then its failure must not count as unhandled.
    settled.catch(() => {});
    waiting.add(settled);
  }

  return {
    begin(next) {
      flush();
      run = next;
      slots = [];
      frames.clear();
      shown = new Set();
      progress = null;
      waiting = new Set();
      count = characters = figures = figureIds = 0;
      capped = false;
    },
    output(output) {
      if (capped) return;
      if (!(output instanceof Promise)) {
        if (!admit(output)) return cap();
        slots.push({ output });
        return schedule();
      }
      if (waiting.size >= LIMITS.outputs) return cap();
      const slot: Slot = { output: null };
      slots.push(slot);
      const mine = run;
      wait(output.catch(unreadable).then((settled) => mine === run && settle(slot, settled)));
    },
    frames(added) {
      frames.add(added, (figure) => shown.has(figure));
      schedule();
    },
    progress(next) {
      progress = next;
      schedule();
    },
    figureId: () => `figure-${(figureIds += 1)}`,
    run: () => run,
    wait,
    async drain() {
      try {
        // What is waited for may wait for more.
        while (waiting.size > 0) {
          const settling = [...waiting];
          waiting.clear();
          await Promise.all(settling);
        }
      } finally {
        flush();
      }
    },
  };
}

const CAP_NOTICE =
  'This cell showed more than the page keeps, so the rest is left out. Show less, for example every hundredth step.';

function unreadable(error: unknown): Output {
  return {
    kind: 'notice',
    text: `A value could not be read: ${error instanceof Error ? error.message : String(error)}`,
  };
}
