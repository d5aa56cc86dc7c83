import * as notebook from '@/lib/notebook';
import type { CellId, Control, Frame, Mutation, Output } from '@/lib/protocol';
import { createKernel } from '../create-kernel';
import type { Notebook } from '../effects';
import type { CellState, Kernel } from '../state';
import { FakeClock } from './fake-clock';
import { FakePort } from './fake-port';
import { DONE, FakeFrame, type FakeWorker } from './fake-sandbox';

/** `load` declares what `train` reads, which declares what `test` reads; `apart` stands alone. */
export const LESSON = {
  load: 'const rows = 1;',
  train: 'const model = rows + 1;',
  test: 'const score = model + 1;',
  apart: 'const other = 5;',
};

export type WorldOptions = {
  cells?: Record<CellId, string>;
  seed?: number;
  /** False: a worker is ready when the test says so. */
  readyAtOnce?: boolean;
  /** False: a frame loads when the test says so. */
  openAtOnce?: boolean;
  loadNotebook?: () => Promise<Notebook>;
  /** What the browser keeps of devices from an earlier visit. */
  kept?: string;
};

/** A control, the cell that reads it, one that reads that, and one that stands alone. */
export const STEERED = {
  rate: "const rate = input.slider('Rate');",
  plot: 'const curve = 2 * rate;',
  words: 'const words = `${curve}`;',
  apart: 'const other = 5;',
};

/** A model, what reads it before it is trained, what trains it, what reads it after. */
export const TRAINED = {
  build: 'const model = make();',
  before: 'const first = model.score;',
  train: 'await model.fit(1);',
  after: 'const last = model.score;',
};

/** A kernel in a world of the test's own: clock, frames, workers. */
export class World {
  readonly clock = new FakeClock();
  readonly frames: FakeFrame[] = [];
  readonly kernel: Kernel;
  isVisible = true;
  notified = 0;
  notebookLoads = 0;
  /** What the browser keeps of devices. */
  kept: string | null = null;

  constructor(options: WorldOptions = {}) {
    const { cells = LESSON, readyAtOnce = true, openAtOnce = true, seed = 7 } = options;
    this.kept = options.kept ?? null;
    const load = options.loadNotebook ?? (() => Promise.resolve(notebook));
    this.kernel = createKernel({
      cells: Object.entries(cells).map(([id, code]) => ({ id, title: titleOf(id), code })),
      seed,
      place: { mode: 'own-origin', origin: 'http://127.0.0.1', frame: 'http://127.0.0.1/frame' },
      effects: {
        now: this.clock.now,
        setTimeout: this.clock.setTimeout,
        clearTimeout: this.clock.clearTimeout,
        createChannel: () => FakePort.pair(),
        isVisible: () => this.isVisible,
        deviceStore: { read: () => this.kept, write: (text) => void (this.kept = text) },
        loadNotebook: () => ((this.notebookLoads += 1), load()),
        connect: (_place, refuse) => {
          const frame = new FakeFrame(refuse, readyAtOnce);
          this.frames.push(frame);
          if (openAtOnce) frame.open();
          return { control: frame.page, dispose: () => void (frame.isRemoved = true) };
        },
      },
    });
    this.kernel.subscribe(() => (this.notified += 1));
  }

  get frame(): FakeFrame {
    const frame = this.frames.at(-1);
    if (frame === undefined) throw new Error('There is no frame.');
    return frame;
  }

  get worker(): FakeWorker {
    return this.frame.worker;
  }

  get snapshot() {
    return this.kernel.getSnapshot();
  }

  cell(id: CellId) {
    const cell = this.snapshot.cells[id];
    if (cell === undefined) throw new Error(`There is no cell ${id}.`);
    return cell;
  }

  /** The states of all cells, in order. */
  get states(): CellState[] {
    return this.snapshot.order.map((id) => this.cell(id).state);
  }

  /** The cells that the present worker was given, in order. */
  get sent(): CellId[] {
    return this.worker.runs.map(({ cell }) => cell);
  }

  /** Presses Run and lets the notebook load; the run itself is left to the test. */
  async run(id: CellId): Promise<void> {
    this.kernel.run(id);
    await settle();
  }

  /** Runs a cell and all that it needs to the end. */
  async complete(id: CellId): Promise<void> {
    await this.run(id);
    this.finishAll();
  }

  /** Ends what runs, and what runs after it, as `endings` say. */
  finishAll(endings: Endings = {}): void {
    for (let id = this.running; id !== undefined; id = this.running) {
      const { controls = [], mutations = [] } = endings[id] ?? {};
      if (controls.length > 0) this.show(...controls.map(controlOutput));
      this.worker.finish({ ...DONE, mutations });
    }
  }

  private get running(): CellId | undefined {
    return this.snapshot.order.find((id) => this.cell(id).state === 'running');
  }

  show(...outputs: Output[]): void {
    this.worker.say({ type: 'outputs', run: this.worker.last.run, outputs });
  }

  draw(...frames: Frame[]): void {
    this.worker.say({ type: 'frames', run: this.worker.last.run, frames });
  }
}

/** By cell, what its runs show to set, and change of other cells. */
export type Endings = Record<CellId, { controls?: Control[]; mutations?: Mutation[] }>;

export const RATE: Control = {
  kind: 'slider',
  key: 'Rate',
  name: 'rate',
  label: 'Rate',
  ...{ min: 0, max: 1, step: 0.1, scale: 'linear', value: 0.5 },
};

export const controlOutput = (control: Control): Output => ({ kind: 'control', control });

/** How the cells of `STEERED` and `TRAINED` end. */
export const AS_WRITTEN: Endings = {
  rate: { controls: [RATE] },
  train: { mutations: [{ cell: 'build', name: 'model', how: 'trains' }] },
};

export const titleOf = (id: CellId) => `The cell ${id}`;

/** Lets promises that are settled already go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

export const text = (words: string): Output => ({ kind: 'text', text: words });

export const curve = (id: string): Output => ({
  kind: 'figure',
  figure: { id, kind: 'curve', title: 'Loss', caption: '', stepName: 'epoch' },
});

export const point = (figure: string, step: number, loss = 0): Frame => ({
  figure,
  kind: 'curve',
  step,
  data: { values: { loss } },
});
