import { defaultEffects, type Effects } from '@/lib/kernel/effects';
import type { SandboxPlace } from '@/lib/kernel/address';
import { Link } from '@/lib/kernel/link';
import { deathCause } from '@/lib/kernel/sentences';
import { PROTOCOL_VERSION, type Checked, type CheckParts } from '@/lib/protocol';
import type { Frame, Tested, WorkerToPage } from '@/lib/protocol';
import type { Ending } from './verdict';

/* What a page that checks without being a lesson needs besides: where the sandbox is, and what an end looks like. */
export { sandboxPlace, type SandboxPlace } from '@/lib/kernel/address';
export type { Ending } from './verdict';

export type AttemptOptions = {
  place: SandboxPlace;
  parts: CheckParts;
  /** How long the check may take once the sandbox is up. */
  seconds: number;
  effects?: Partial<Effects>;
  /** Each test as it ends. */
  onTested?: (tested: Tested) => void;
  /** What the figures of failures are drawn from. */
  onFrames?: (frames: readonly Frame[]) => void;
};

export type Attempt = {
  /** Resolves once, whatever happens; never rejects. */
  result: Promise<Ending>;
  /** Ends the sandbox at once. No effect after the end. */
  stop(): void;
};

/** A worker of the attempt's own runs nothing before and nothing after. */
const RUN = 1;

/** More than any exercise has: what goes on past it is not a check. */
const MOST_TESTED = 1_000;

const OTHER_VERSION = 'This page and its sandbox are of different versions; reload the page.';
const UNREADABLE = 'The sandbox sent a result that the page does not understand.';
const TOO_MANY = 'The sandbox reported more tests than any exercise has.';

/**
 * Checks an answer once, in a frame and a worker of its own that are thrown away afterwards. The clock is the page's:
 * what arrives after the time limit, after Stop or after the end is not heard.
 */
export function attempt(options: AttemptOptions): Attempt {
  const trial = new Trial(options, { ...defaultEffects, ...options.effects });
  return { result: trial.result, stop: () => trial.end({ how: 'stopped' }) };
}

type Outcome =
  | { how: 'finished'; checked: Checked }
  | { how: 'timeout' | 'stopped' }
  | { how: 'crashed'; detail: string };

class Trial {
  readonly result: Promise<Ending>;
  private resolve: (ending: Ending) => void = () => {};
  private readonly link: Link;
  private readonly tested: Tested[] = [];
  private timer: unknown = null;
  /** By the page's clock; null until the parts have been posted. */
  private deadline: number | null = null;
  private isOver = false;

  constructor(
    private readonly options: AttemptOptions,
    private readonly effects: Effects,
  ) {
    this.result = new Promise((resolve) => (this.resolve = resolve));
    this.link = new Link(options.place, effects, {
      onMessage: (message) => this.hear(message),
      onUnreadable: () => this.crash(UNREADABLE),
      onDeath: (death, detail, last) => {
        // Before the answer was posted nothing is lost by another try, which the link makes by itself.
        if (last || this.deadline !== null) this.crash(`${deathCause(death, detail)}.`);
      },
      onRefused: (reason) => this.crash(reason),
    });
    this.link.start();
  }

  end(outcome: Outcome): void {
    if (this.isOver) return;
    this.isOver = true;
    if (this.timer !== null) this.effects.clearTimeout(this.timer);
    this.link.end();
    this.resolve({ ...outcome, tested: [...this.tested] });
  }

  private crash(detail: string): void {
    this.end({ how: 'crashed', detail });
  }

  private hear(message: WorkerToPage): void {
    if (this.isOver) return;
    // A busy or hidden page may come to its timer late, and to this message first.
    if (this.deadline !== null && this.effects.now() >= this.deadline) {
      return this.end({ how: 'timeout' });
    }
    switch (message.type) {
      case 'ready':
        return this.begin(message.report.version);
      case 'tested':
        return this.hearTested(message.run, message.tested);
      case 'checked':
        return this.hearChecked(message.run, message.checked);
      case 'frames':
        return message.run === RUN ? this.options.onFrames?.(message.frames) : undefined;
      case 'lost':
        return this.crash(message.message);
      case 'device':
      case 'learned':
      case 'started':
      case 'outputs':
      case 'progress':
      case 'states':
      case 'finished':
      case 'variables':
        return;
      default:
        return message satisfies never;
    }
  }

  private begin(version: number): void {
    if (this.deadline !== null) return this.crash(UNREADABLE);
    if (version !== PROTOCOL_VERSION) return this.crash(OTHER_VERSION);
    const ms = this.options.seconds * 1_000;
    this.deadline = this.effects.now() + ms;
    this.timer = this.effects.setTimeout(() => this.end({ how: 'timeout' }), ms);
    this.link.setBusy(true);
    this.link.post({ type: 'check', run: RUN, ...this.options.parts });
  }

  private hearTested(run: number, tested: Tested): void {
    if (run !== RUN || this.deadline === null) return this.crash(UNREADABLE);
    if (this.tested.length >= MOST_TESTED) return this.crash(TOO_MANY);
    this.tested.push(tested);
    this.options.onTested?.(tested);
  }

  private hearChecked(run: number, checked: Checked): void {
    if (run !== RUN || this.deadline === null) return this.crash(UNREADABLE);
    this.end({ how: 'finished', checked });
  }
}
