import {
  PROTOCOL_VERSION,
  isPageToFrame,
  isPageToWorker,
  type Outcome,
  type PageToFrame,
  type PageToWorker,
  type WorkerToPage,
} from '@/lib/protocol';
import { FakePort } from './fake-port';

type Run = Extract<PageToWorker, { type: 'run' }>;
type Ready = Extract<WorkerToPage, { type: 'ready' }>;

export const READY: Ready = {
  type: 'ready',
  report: {
    version: PROTOCOL_VERSION,
    tfjs: '4.22.0',
    isolated: true,
    devices: [{ device: 'cpu', available: true, detail: 'Plain JavaScript.' }],
  },
  device: { device: 'cpu', reason: 'It is the only one.', fellBack: false },
};

const MEASURES: Pick<Outcome, 'ms' | 'device' | 'memory' | 'mutations'> = {
  ms: 12,
  device: 'cpu',
  memory: { tensors: 0, bytes: 0, leaked: [] },
  mutations: [],
};

export const DONE: Outcome = { status: 'done', ...MEASURES };
export const STOPPED: Outcome = { status: 'stopped', ...MEASURES };
export const FAILED: Outcome = {
  status: 'error',
  error: { name: 'Error', message: 'It broke.', stack: [] },
  ...MEASURES,
};

/** The sandbox's worker, played by the test. It speaks only when it is told to. */
export class FakeWorker {
  readonly received: PageToWorker[] = [];
  isTerminated = false;

  constructor(
    readonly id: number,
    readonly port: FakePort,
  ) {
    port.onmessage = ({ data }) => {
      if (!isPageToWorker(data)) throw new Error('The kernel sent a worker what it must not.');
      this.received.push(data);
    };
  }

  get runs(): Run[] {
    return this.received.filter((message) => message.type === 'run');
  }

  /** The run that it was given last. */
  get last(): Run {
    const run = this.runs.at(-1);
    if (run === undefined) throw new Error('The worker has no run.');
    return run;
  }

  say(message: WorkerToPage): void {
    if (!this.isTerminated) this.port.postMessage(message);
  }

  finish(outcome: Outcome = DONE, run = this.last.run): void {
    this.say({ type: 'finished', run, outcome });
  }
}

/** The sandbox's frame: it starts and terminates workers, and answers pings while it lives. */
export class FakeFrame {
  readonly received: PageToFrame[] = [];
  readonly workers: FakeWorker[] = [];
  readonly page: FakePort;
  answers = true;
  isRemoved = false;
  private readonly control: FakePort;

  constructor(
    readonly refuse: (reason: string) => void,
    /** Whether workers are ready as soon as they are started. */
    private readonly readyAtOnce: boolean,
  ) {
    [this.page, this.control] = FakePort.pair();
  }

  /** The frame has loaded. */
  open(): void {
    this.control.onmessage = ({ data, ports }) => {
      if (!isPageToFrame(data)) throw new Error('The kernel sent a frame what it must not.');
      this.received.push(data);
      this.answer(data, ports[0] as FakePort);
    };
  }

  get worker(): FakeWorker {
    const worker = this.workers.at(-1);
    if (worker === undefined) throw new Error('The frame has no worker.');
    return worker;
  }

  say(message: unknown): void {
    this.control.postMessage(message);
  }

  /** The process of the frame is gone, and with it its ends of all ports. */
  crash(): void {
    this.answers = false;
    this.worker.port.close();
    this.control.close();
  }

  private answer(message: PageToFrame, port: FakePort): void {
    if (!this.answers) return;
    switch (message.type) {
      case 'start':
        this.workers.push(new FakeWorker(message.worker, port));
        this.say({ type: 'started', worker: message.worker, address: 'url', sharedMemory: true });
        if (this.readyAtOnce) this.worker.say(READY);
        return;
      case 'terminate':
        this.workers
          .filter(({ id }) => id === message.worker)
          .forEach((worker) => (worker.isTerminated = true));
        return;
      case 'interrupt':
        return;
      case 'ping':
        return this.say({ type: 'pong', id: message.id });
      default:
        return message satisfies never;
    }
  }
}
