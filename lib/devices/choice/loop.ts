import * as tf from '@tensorflow/tfjs-core';
import type { Device, DeviceReport, ModelTimes, StepTime } from '@/lib/protocol';
import { makeCurrent } from '../make-current';
import { isSoftware } from '../probe';
import { fastest, nextTrial, timeOf, withTime, type Trial } from './decision';
import type { Knowledge } from './knowledge';
import type { LoopHost } from './loop-choice';
import { CHECK_MS, LOOK_MS, SLOW_CHECKS, SLOWER, WARM_MS } from './pace';

/** `trial`: null for a device that is remembered as the fastest. */
type Plan = { device: Device; trial: Trial | null };

/** `since` and `from`: times, in milliseconds; `baseMs`: of a turn on the base device. */
type Stage =
  | { kind: 'base' }
  | { kind: 'waiting' }
  | ({ kind: 'ready'; baseMs: number } & Plan)
  | {
      kind: 'trying';
      trial: Trial;
      baseMs: number;
      since: number;
      isWarm: boolean;
      times: number[];
    }
  | { kind: 'away'; baseMs: number; from: number; turns: number; slowChecks: number }
  | { kind: 'over' };

/** The turns that the pace is the median of: some draw, or read, and take longer. */
const TURNS = 9;
const TRIED_TURNS = 3;
/** What a turn takes on the base device may differ by so much, and it is still the loop that is remembered. */
const ALIKE = 2;
/** Where a step is done when it returns; of others, a loop's turns tell how long it takes to ask for one. */
const AT_ONCE: readonly Device[] = ['wasm', 'cpu'];

/**
 * A trial in software can't be given up halfway here, and has never won. WebGPU can only be awaited, and between two
 * turns nothing can: what it holds could not be brought back.
 */
const isTried = (report: DeviceReport) => report.device === 'webgl' && !isSoftware(report);

/** One training loop: its turns are counted, and it moves to another device and back. */
export class Loop {
  #stage: Stage = { kind: 'base' };
  #known: ModelTimes;
  /** The last turns on the base device, in milliseconds. */
  #turns: number[] = [];
  #last: number | null = null;
  #nextLook = 0;
  /** Milliseconds of all turns but those that were trials. */
  #trained = 0;
  #movedTo: Device | null = null;

  constructor(
    readonly leader: tf.Optimizer,
    name: string,
    private readonly host: LoopHost,
    private readonly knowledge: Knowledge,
  ) {
    this.#known = knowledge.of(name);
    host.trainsOn(tf.getBackend() as Device);
  }

  /** `settle` waits until the present device has done all that it was told. */
  turnDone(settle: () => void): void {
    if (this.#isAway && !this.#isOwnDevice) this.#giveWay();
    const stage = this.#stage;
    if (stage.kind === 'trying') settle();
    const now = this.host.now();
    const turn = this.#last === null ? null : now - this.#last;
    if (turn !== null && stage.kind !== 'trying') this.#trained += turn;
    if (turn !== null && tf.getBackend() === this.host.base()) {
      this.#turns = [...this.#turns, turn].slice(-TURNS);
    }
    if (stage.kind === 'base') this.#look(now);
    if (stage.kind === 'ready') this.#go(stage);
    if (stage.kind === 'trying' && turn !== null) this.#tried(stage, turn, now);
    if (stage.kind === 'away') this.#check(stage, settle);
    // What was done in here is no part of the next turn.
    this.#last = this.host.now();
  }

  /** See `LoopChoice`. */
  failed(): (() => void) | null {
    if (!this.#isAway || this.host.isStopped() || !this.#isOwnDevice) return null;
    const time = { device: tf.getBackend() as Device, ms: 0, outcome: 'failed' } as const;
    this.#comeBack();
    this.#giveWay();
    return () => {
      this.#learn({ times: withTime(this.#known.times, time) });
      this.#tellBase();
    };
  }

  end(): void {
    this.#learnPace();
    if (this.#isAway && this.#isOwnDevice) this.#comeBack();
    this.#giveWay();
  }

  get #isAway(): boolean {
    return this.#stage.kind === 'trying' || this.#stage.kind === 'away';
  }

  /** Whether the present device is the one that this loop has moved to, and not one that the reader has set since. */
  get #isOwnDevice(): boolean {
    return !this.host.isPinned() && tf.getBackend() === this.#movedTo;
  }

  /** The loop stays where it is from here on: it is over, or the reader has set a device themselves. */
  #giveWay(): void {
    if (this.#known.trying !== null) this.#learn({ trying: null });
    this.#stage = { kind: 'over' };
  }

  // ---- On the base device ----

  #look(now: number): void {
    if (this.#trained < WARM_MS || now < this.#nextLook || !this.#mayMove()) return;
    this.#nextLook = now + LOOK_MS;
    const baseMs = median(this.#turns);
    const plan = this.#plan(baseMs);
    if (plan === null) return;
    this.#stage = { kind: 'waiting' };
    this.#prepare(plan, baseMs).then(
      (stage) => this.#wait(stage),
      () => this.#wait({ kind: 'base' }),
    );
  }

  #wait(stage: Stage): void {
    if (this.#stage.kind === 'waiting') this.#stage = stage;
  }

  #plan(baseMs: number): Plan | null {
    const base = this.host.base();
    const times = this.#timesBeside(baseMs);
    const device = fastest(times, base);
    if (device !== base) return { device, trial: null };
    const trial = nextTrial({
      reports: this.knowledge.reports().filter(isTried),
      base,
      known: { times, spent: this.#known.spent, trained: this.#known.trained + this.#trained },
      stepMs: baseMs,
      // A loop says nothing of its end: it may go on as long as it has.
      remainingMs: this.#trained,
    });
    return trial === null ? null : { device: trial.device, trial };
  }

  /** What is known, if it is of turns like these; the name of a loop does not say what its batches are. */
  #timesBeside(baseMs: number): StepTime[] {
    const { times } = this.#known;
    const base = this.host.base();
    const ratio = baseMs / (timeOf(times, base)?.ms ?? baseMs);
    const own = { device: base, ms: baseMs, outcome: 'measured' } as const;
    return withTime(ratio <= ALIKE && ratio >= 1 / ALIKE ? times : [], own);
  }

  async #prepare(plan: Plan, baseMs: number): Promise<Stage> {
    const { knowledge } = this;
    if (!knowledge.isSurveyed) {
      await knowledge.survey();
      // With its graphics devices known, the machine may have a name that is remembered.
      this.#known = knowledge.of(this.#known.model);
      return { kind: 'base' };
    }
    const { device } = plan;
    const isThere = await this.host.prepare(device).then(
      () => this.host.isExact(device),
      () => false,
    );
    if (isThere) return { kind: 'ready', baseMs, ...plan };
    const failed = { device, ms: 0, outcome: 'failed' } as const;
    this.#learn({ times: withTime(this.#timesBeside(baseMs), failed) });
    return { kind: 'base' };
  }

  #mayMove(): boolean {
    return !this.host.isPinned() && tf.getBackend() === this.host.base();
  }

  // ---- On another ----

  #go({ device, trial, baseMs }: Extract<Stage, { kind: 'ready' }>): void {
    if (!this.#mayMove()) {
      this.#stage = { kind: 'base' };
      return;
    }
    // Written down before, so that a device that takes the worker with it is not tried again.
    if (trial !== null) this.#learn({ trying: device });
    // The device is started, so this takes effect at once.
    void makeCurrent(device);
    this.#movedTo = device;
    const since = this.host.now();
    if (trial === null) return this.#stay(device, baseMs);
    this.#stage = { kind: 'trying', trial, baseMs, since, isWarm: false, times: [] };
  }

  #stay(device: Device, baseMs: number): void {
    this.#stage = { kind: 'away', baseMs, from: this.host.now(), turns: 0, slowChecks: 0 };
    this.host.trainsOn(device);
    this.knowledge.tell(device, this.#known);
  }

  #tried(stage: Extract<Stage, { kind: 'trying' }>, turn: number, now: number): void {
    const { trial, baseMs, since, times } = stage;
    // The first turn compiles shaders, and brings over what the loop works with.
    if (!stage.isWarm) {
      stage.isWarm = true;
      return;
    }
    times.push(turn);
    const goesOn = turn < SLOWER * baseMs && now - since < trial.budgetMs;
    if (times.length < TRIED_TURNS && goesOn) return;
    const time = { device: trial.device, ms: median(times), outcome: 'measured' } as const;
    // Turns that the reader wanted anyway.
    const spent = now - since - (1 + times.length) * baseMs;
    this.#learn({
      trying: null,
      times: withTime(this.#timesBeside(baseMs), time),
      spent: this.#known.spent + Math.max(0, spent),
    });
    const isBetter = fastest(this.#known.times, this.host.base()) === trial.device;
    if (isBetter) return this.#stay(trial.device, baseMs);
    this.#comeBack();
    this.#tellBase();
  }

  /** A device may become slower, when it grows hot or others use it, or be slower than its trial was. */
  #check(stage: Extract<Stage, { kind: 'away' }>, settle: () => void): void {
    stage.turns += 1;
    if (this.host.now() - stage.from < CHECK_MS) return;
    settle();
    const now = this.host.now();
    const ms = (now - stage.from) / stage.turns;
    stage.slowChecks = ms > stage.baseMs ? stage.slowChecks + 1 : 0;
    Object.assign(stage, { from: now, turns: 0 });
    if (stage.slowChecks < SLOW_CHECKS) return;
    const time = { device: tf.getBackend() as Device, ms, outcome: 'measured' } as const;
    this.#learn({ times: withTime(this.#known.times, time) });
    this.#comeBack();
    this.#tellBase();
  }

  #comeBack(): void {
    void makeCurrent(this.host.base());
    this.#stage = { kind: 'base' };
    this.#turns = [];
    this.host.cameBack();
  }

  #tellBase(): void {
    const base = this.host.base();
    this.host.trainsOn(base);
    this.knowledge.tell(base, this.#known);
  }

  // ---- What is learned ----

  /** The pace on the base device, where no trial has told it beside another's. */
  #learnPace(): void {
    if (this.#trained < WARM_MS) return;
    const device = this.host.base();
    const trained = this.#known.trained + this.#trained;
    const isTold = this.#turns.length === TURNS && AT_ONCE.includes(device);
    if (!isTold || this.#isAway) return this.#learn({ trained });
    const times = this.#timesBeside(median(this.#turns));
    this.#learn({ trained, times });
    this.knowledge.tell(device, this.#known);
  }

  #learn(change: Partial<ModelTimes>): void {
    this.#known = { ...this.#known, ...change };
    this.knowledge.learn(this.#known);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
