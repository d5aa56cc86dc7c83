import { frameAt } from '@/lib/figures/frame-at';

/** Where the reader stands in the time of figures. */
export type Moment = {
  /** The step that is shown; null follows the newest. A step and not an index: thinning changes indices. */
  step: number | null;
  playing: boolean;
  /** The step that stands beside it to be compared; null for none. */
  beside: number | null;
};

const NEWEST: Moment = { step: null, playing: false, beside: null };

type Steps = readonly number[];

/** The time that figures of a cell share, or that one has for itself. Its owner says which steps there are. */
export class CellTime {
  #moment = NEWEST;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): Moment => this.#moment;

  /** To the step at that index; the last is the newest, and is followed. */
  seek(steps: Steps, index: number): void {
    this.#set({ step: stepAt(steps, index), playing: false });
  }

  /** From where it stands to the end, or from the beginning where it stands at the end. */
  play(steps: Steps): void {
    const isAtEnd = indexIn(steps, this.#moment.step) >= steps.length - 1;
    this.#set({ step: isAtEnd ? stepAt(steps, 0) : this.#moment.step, playing: true });
  }

  pause(): void {
    this.#set({ playing: false });
  }

  /** One step on; playing ends with the last. */
  tick(steps: Steps): void {
    const next = indexIn(steps, this.#moment.step) + 1;
    this.#set({ step: stepAt(steps, next), playing: next < steps.length - 1 });
  }

  latest(): void {
    this.#set({ step: null, playing: false });
  }

  /** Pins the step at that index, to stand beside whatever is shown from here on. */
  compare(steps: Steps, index: number): void {
    this.#set({ beside: steps[index] ?? null });
  }

  endCompare(): void {
    this.#set({ beside: null });
  }

  /** Follows a new run from its start. */
  restart(): void {
    this.#set(NEWEST);
  }

  #set(changed: Partial<Moment>): void {
    const next = { ...this.#moment, ...changed };
    const keys = Object.keys(next) as (keyof Moment)[];
    if (keys.every((key) => next[key] === this.#moment[key])) return;
    this.#moment = next;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The index of what is shown at a step; -1 where there are no steps. */
export function indexIn(steps: Steps, step: number | null): number {
  if (step === null) return steps.length - 1;
  return frameAt(
    steps.map((each) => ({ step: each })),
    step,
  );
}

const stepAt = (steps: Steps, index: number): number | null =>
  index >= steps.length - 1 ? null : (steps[index] ?? null);

/** A time for each unit in which figures of one cell count, kept from run to run. */
export class CellTimes {
  readonly #times = new Map<string, CellTime>();

  of(stepName: string): CellTime {
    const time = this.#times.get(stepName) ?? new CellTime();
    this.#times.set(stepName, time);
    return time;
  }
}
