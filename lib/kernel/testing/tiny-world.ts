import type { CellId, Outcome, PageToWorker } from '@/lib/protocol';
import { DONE, type FakeWorker } from './fake-sandbox';
import { World, settle } from './fake-world';
import { TinyMemory, type TinyEnd, type TinyProgress } from './tiny-language';

type Run = Extract<PageToWorker, { type: 'run' }>;

/** A worker that runs the tiny language, a step at a time. */
class TinyWorker {
  private readonly memory = new TinyMemory();
  private taken = 0;
  private active: { run: Run; progress: TinyProgress } | null = null;

  constructor(private readonly worker: FakeWorker) {}

  /** Hears what it was sent, and begins the run that it was given. */
  hear(): void {
    for (; this.taken < this.worker.received.length; this.taken++) {
      const message = this.worker.received[this.taken]!;
      if (message.type === 'run') {
        this.active = { run: message, progress: this.memory.begin(message) };
      } else if (message.type === 'control') {
        this.memory.move(message.cell, message.key, message.value);
      } else if (message.type === 'forget') this.memory.forget(message.cell);
      else if (message.type === 'inspect') this.worker.say({ type: 'variables', variables: [] });
    }
  }

  get run(): Run | null {
    return this.active?.run ?? null;
  }

  /** Ends the run, where it is or where its code ends. */
  end(stopped: boolean): void {
    if (this.active === null) return;
    const { run, progress } = this.active;
    this.active = null;
    const end = stopped ? progress.stop() : progress.finish();
    this.worker.say({ type: 'outputs', run: run.run, outputs: end.outputs });
    this.worker.say({ type: 'finished', run: run.run, outcome: outcomeOf(end, stopped) });
  }
}

function outcomeOf({ mutations, error }: TinyEnd, stopped: boolean): Outcome {
  const { ms, device, memory } = DONE;
  const measures = { ms, device, memory, mutations };
  if (stopped) return { ...measures, status: 'stopped' };
  if (error === null) return { ...measures, status: 'done' };
  return { ...measures, status: 'error', error: { name: 'Error', message: error, stack: [] } };
}

/** A kernel whose workers run the tiny language. */
export class TinyWorld extends World {
  private readonly tiny = new Map<FakeWorker, TinyWorker>();

  static async open(cells: Record<CellId, string>): Promise<TinyWorld> {
    const world = new TinyWorld({ cells });
    world.kernel.warm();
    await settle();
    return world;
  }

  /** Lets the worker go on: it hears its messages, and when told to, comes to the end of its run. */
  step(how: 'hear' | 'finish' | 'obey'): void {
    const worker = this.tinyWorker;
    worker.hear();
    const { run } = worker;
    if (run === null || how === 'hear') return;
    const isTold = this.frame.received.some(
      (message) => message.type === 'interrupt' && message.run === run.run,
    );
    if (how === 'finish' || isTold) worker.end(how === 'obey');
    worker.hear();
  }

  /** Runs what waits, to its end. */
  drain(): void {
    for (let i = 0; i < 1_000; i++) {
      this.step('hear');
      if (this.tinyWorker.run === null) return;
      this.step('finish');
    }
    throw new Error('The page does not come to rest.');
  }

  private get tinyWorker(): TinyWorker {
    const { worker } = this;
    const tiny = this.tiny.get(worker) ?? new TinyWorker(worker);
    this.tiny.set(worker, tiny);
    return tiny;
  }
}
