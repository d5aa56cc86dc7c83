import {
  isFrameToPage,
  isWorkerToPage,
  type FrameToPage,
  type PageToFrame,
  type PageToWorker,
  type RunId,
  type WorkerToPage,
} from '@/lib/protocol';
import type { SandboxPlace } from './address';
import type { Effects, Timer } from './effects';
import { createHeartbeat, type Heartbeat } from './heartbeat';
import { createIntake, type Complaints } from './intake';
import type { Connection, PortLike } from './port';
import type { Death } from './sentences';

const START_MS = 30_000;
const MAX_TRIES = 3;

export type LinkEvents = {
  /** A message of the present worker, checked. */
  onMessage(message: WorkerToPage): void;
  /** One message of the present worker could not be read, and was left out. */
  onUnreadable(): void;
  /** The sandbox is gone. It is being started again, unless `last`. */
  onDeath(death: Death, detail: string, last: boolean): void;
  /** There is no use in trying again by itself. */
  onRefused(reason: string): void;
};

/**
 * The wire to the sandbox: one frame, and one worker at a time, each started by the same method.
 * Ports of former frames and workers are closed, and what they still sent is never seen.
 */
export class Link {
  private connection: Connection | null = null;
  private port: PortLike | null = null;
  /** Counted over the life of the page, so that no frame sees a number twice. */
  private worker = 0;
  /** The frame has said something, so it can be expected to answer. */
  private answered = false;
  private starting = false;
  private busy = false;
  /** Sandboxes that came to nothing since one last had a run. */
  private tries = 0;
  private isOver = false;
  private startTimer: Timer | null = null;
  private readonly heartbeat: Heartbeat;

  constructor(
    private readonly place: SandboxPlace,
    private readonly effects: Effects,
    private readonly events: LinkEvents,
  ) {
    const ping = (id: number) => this.tell({ type: 'ping', id });
    this.heartbeat = createHeartbeat(effects, ping, () => this.die('silent'));
  }

  /** Puts a quiet frame on the page, in which nothing runs: a later start then has no process to wait for. */
  open(): void {
    if (this.connection === null) this.openFrame('#quiet');
  }

  start(): void {
    if (this.isOver) return;
    if (this.connection === null) this.openFrame();
    if (this.port === null) this.startWorker();
  }

  /** For the present worker, once it is ready. */
  post(message: PageToWorker): void {
    if (message.type === 'run') this.tries = 0;
    this.port?.postMessage(message);
  }

  interrupt(run: RunId): void {
    this.tell({ type: 'interrupt', worker: this.worker, run });
  }

  /** Ends the worker and starts another; the frame stays if it has ever answered. */
  replace(): void {
    if (!this.answered) {
      this.close();
      this.start();
    } else {
      this.tell({ type: 'terminate', worker: this.worker });
      this.closeWorker();
      this.startWorker();
    }
  }

  /** Whether the worker has a run: then its frame has to answer. */
  setBusy(busy: boolean): void {
    this.busy = busy;
    this.beatOrRest();
  }

  /** Removes the frame, and its worker with it. */
  close(): void {
    this.closeWorker();
    this.answered = false;
    this.beatOrRest();
    if (this.connection === null) return;
    const closed = this.connection;
    this.connection = null;
    closePort(closed.control);
    closed.dispose();
  }

  /** Closes for good: also from within `onDeath`, no other sandbox is started. */
  end(): void {
    this.isOver = true;
    this.close();
  }

  private tell(message: PageToFrame, transfer: PortLike[] = []): void {
    this.connection?.control.postMessage(message, transfer);
  }

  private beatOrRest(): void {
    this.heartbeat.set(this.answered && (this.starting || this.busy));
  }

  private openFrame(mark = ''): void {
    const refuse = (reason: string) => {
      if (this.connection === opened) this.refuse(reason);
    };
    const place = { ...this.place, frame: this.place.frame + mark };
    const opened = this.effects.connect(place, refuse);
    const intake = createIntake(() => this.effects.now(), this.complaints());
    this.connection = opened;
    opened.control.onmessage = (event) => {
      const message = intake.take(event, isFrameToPage);
      if (message !== null) this.hearFrame(message);
    };
    opened.control.onclose = () => this.die('closed');
  }

  private startWorker(): void {
    const [mine, theirs] = this.effects.createChannel();
    const complaints = { ...this.complaints(), onBad: this.events.onUnreadable };
    const intake = createIntake(() => this.effects.now(), complaints);
    this.worker += 1;
    this.port = mine;
    mine.onmessage = (event) => {
      const message = intake.take(event, isWorkerToPage);
      if (message !== null) this.hearWorker(message);
    };
    mine.onclose = () => this.die('closed');
    this.starting = true;
    this.startTimer = this.effects.setTimeout(() => this.die('slow'), START_MS);
    this.tell({ type: 'start', worker: this.worker }, [theirs]);
    this.beatOrRest();
  }

  private complaints(): Complaints {
    return {
      onBad: () => {},
      onGarbled: () => this.die('garbled'),
      onFlooded: () => this.die('flooded'),
    };
  }

  private hearFrame(message: FrameToPage): void {
    this.answered = true;
    switch (message.type) {
      case 'pong':
        this.heartbeat.answer(message.id);
        break;
      case 'failed':
        if (message.worker === this.worker) return this.die('crashed', message.message);
        break;
      case 'started':
        break;
      default:
        message satisfies never;
    }
    this.beatOrRest();
  }

  private hearWorker(message: WorkerToPage): void {
    if (message.type === 'ready') this.endStart();
    this.events.onMessage(message);
  }

  private endStart(): void {
    this.starting = false;
    if (this.startTimer !== null) this.effects.clearTimeout(this.startTimer);
    this.startTimer = null;
    this.beatOrRest();
  }

  private closeWorker(): void {
    this.endStart();
    if (this.port !== null) closePort(this.port);
    this.port = null;
  }

  private refuse(reason: string): void {
    const wasQuiet = this.port === null;
    this.close();
    // Nobody has asked for anything yet; the start that does will tell.
    if (!wasQuiet) this.events.onRefused(reason);
  }

  private die(death: Death, detail = ''): void {
    if (this.connection === null) return;
    const wasQuiet = this.port === null;
    this.close();
    if (wasQuiet) return;
    this.tries += 1;
    const last = this.tries >= MAX_TRIES;
    if (last) this.tries = 0;
    this.events.onDeath(death, detail, last);
    if (!last) this.start();
  }
}

function closePort(port: PortLike): void {
  port.onmessage = null;
  port.onclose = null;
  port.close();
}
