import {
  LIMITS,
  type Frame,
  type Output,
  type Progress,
  type RunId,
  type WorkerToPage,
} from '@/lib/protocol';
import { createFlushPace } from './flush-pace';
import { createFrameQueue } from './frame-queue';
import { createOutputQueue } from './output-queue';
import { createPendingWork } from './pending-work';
import { createShowAllowance } from './show-allowance';

export type Outbox = {
  /** What comes from here on belongs to this run. */
  begin(run: RunId): void;
  /** Keeps its place in the order while a promised output (a tensor that is being read back) is on its way. */
  output(output: Output | Promise<Output>): void;
  frames(frames: Frame[]): void;
  progress(progress: Progress | null): void;
  /** The next figure's id: the same in every run of a cell, so that a figure on the page lives through a rerun. */
  figureId(): string;
  run(): RunId;
  /** The run is not over before this settles. */
  wait(work: Promise<unknown>): void;
  /** Sends all that is pending, waiting for promised outputs; rejects when work that was waited for did. */
  drain(): Promise<void>;
};

/** What a run has shown so far, and what of it has not been sent yet. */
function emptyRun(id: RunId) {
  return {
    id,
    outputs: createOutputQueue(),
    frames: createFrameQueue(),
    /** Undefined while there is none to send. */
    progress: undefined as Progress | null | undefined,
    work: createPendingWork(),
    allowance: createShowAllowance(),
    figureIds: 0,
    capped: false,
  };
}

type ShownRun = ReturnType<typeof emptyRun>;

/**
 * Collects what a run shows and sends it in batches. Past the caps of `LIMITS` it says so once and drops the rest,
 * so that no loop can flood the page.
 */
export function createOutbox(
  send: (message: WorkerToPage) => void,
  now: () => number = () => performance.now(),
): Outbox {
  let run = emptyRun(0);
  const pace = createFlushPace(() => sendPending(run, send), now);

  return {
    begin(next) {
      pace.flush();
      run = emptyRun(next);
    },
    output(output) {
      if (run.capped) return;
      if (!(output instanceof Promise)) show(run, output);
      else if (run.work.size() >= LIMITS.outputs) cap(run);
      else return holdPlace(run, output, pace.schedule);
      pace.schedule();
    },
    frames(added) {
      run.frames.add(added, run.allowance.isShown);
      pace.schedule();
    },
    progress(next) {
      run.progress = next;
      pace.schedule();
    },
    figureId: () => `figure-${(run.figureIds += 1)}`,
    run: () => run.id,
    wait: (work) => run.work.add(work),
    async drain() {
      try {
        await run.work.settle();
      } finally {
        pace.flush();
      }
    },
  };
}

function sendPending(run: ShownRun, send: (message: WorkerToPage) => void): void {
  const outputs = run.outputs.take();
  if (outputs.length > 0) send({ type: 'outputs', run: run.id, outputs });
  // A figure's place may be among what still waits, and its frames must not overtake it.
  const frames = run.outputs.isEmpty() ? run.frames.take() : [];
  if (frames.length > 0) send({ type: 'frames', run: run.id, frames });
  const { progress } = run;
  if (progress !== undefined) send({ type: 'progress', run: run.id, progress });
  run.progress = undefined;
}

function show(run: ShownRun, output: Output): void {
  if (run.allowance.admit(output)) run.outputs.add(output);
  else cap(run);
}

function cap(run: ShownRun): void {
  if (run.capped) return;
  run.capped = true;
  run.outputs.add({ kind: 'notice', text: CAP_NOTICE });
}

/** Keeps a place for an output that is on its way. A run that is over by then sends no more. */
function holdPlace(run: ShownRun, output: Promise<Output>, schedule: () => void): void {
  const fill = run.outputs.reserve();
  const settled = output.catch(unreadable).then((told) => {
    if (run.allowance.admit(told)) fill(told);
    else {
      fill(null);
      cap(run);
    }
    schedule();
  });
  run.work.add(settled);
}

const CAP_NOTICE =
  'This cell showed more than the page keeps, so the rest is left out. Show less, for example every hundredth step.';

function unreadable(error: unknown): Output {
  return {
    kind: 'notice',
    text: `A value could not be read: ${error instanceof Error ? error.message : String(error)}`,
  };
}
