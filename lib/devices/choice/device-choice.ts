import * as tf from '@tensorflow/tfjs-core';
import type { Device, ModelTimes } from '@/lib/protocol';
import { makeCurrent } from '../make-current';
import { fastest, nextTrial, timeOf, withTime, type Trial } from './decision';
import { Knowledge, type KnowledgeHost } from './knowledge';
import { LoopChoice, type LoopHost } from './loop-choice';
import { modelVariables } from './model-state';
import { modelName } from './model-name';
import { Training } from './training';
import { settled, tryModel, type Fitting, type TrialHost } from './try-model';

/** What the choice takes from the worker that it works in; while the device is pinned, nothing is tried and nothing moves. */
export type ChoiceHost = TrialHost & KnowledgeHost & LoopHost;

/** A model that is being trained, and what is known of it. */
type Present = { fitting: Fitting; hasOwnCode: boolean; known: ModelTimes; training: Training };

/** What `fit` needs to be told of its own training. */
export type Opened = { training: Training; close(): Promise<void> };

/**
 * Chooses the device of each training by measuring. Training begins on the base device, or on the one that is
 * remembered as the fastest for the model. Another one is tried when what it could save is worth it, on steps of the
 * model's own that are undone (see `tryModel`), and moved to when it is faster.
 */
export class DeviceChoice {
  readonly knowledge: Knowledge;
  /** Of trainings that are no `fit`. */
  readonly loops: LoopChoice;
  private readonly open = new Set<Present>();
  /** Trainings that have begun and look for their device still. */
  private opening = 0;

  constructor(
    private readonly host: ChoiceHost,
    private readonly bench = { tryModel, settled },
  ) {
    this.knowledge = new Knowledge(host);
    this.loops = new LoopChoice(host, this.knowledge);
  }

  /** Whether `fit` trains something, whose steps are none of a loop's. */
  get isFitting(): boolean {
    return this.open.size + this.opening > 0;
  }

  /** `total`: its batches, in all epochs. */
  async begin(fitting: Fitting, total: number, hasOwnCode: boolean): Promise<Opened> {
    this.loops.leave();
    this.opening += 1;
    const present = await this.present(fitting, total, hasOwnCode).finally(
      () => void (this.opening -= 1),
    );
    this.open.add(present);
    return {
      training: present.training,
      close: async () => {
        await this.end(present).catch(() => {});
        this.open.delete(present);
      },
    };
  }

  private async present(fitting: Fitting, total: number, hasOwnCode: boolean): Promise<Present> {
    const name = modelName(fitting.model, batchShapes(fitting));
    if (this.knowledge.models.isRemembered(name)) await this.knowledge.survey();
    const known = this.knowledge.of(name);
    const base = this.host.base();
    const device = await this.start(known, base);
    const training: Training = new Training(
      {
        now: this.host.now,
        considers: (stepMs, remainingMs) => this.trial(present, stepMs, remainingMs) !== null,
        tries: (stepMs, remainingMs) => this.tries(present, stepMs, remainingMs),
        settled: () => this.bench.settled(fitting.model),
        leaves: (stepMs) => this.leave(present, stepMs),
      },
      total,
      base,
      device,
    );
    const present: Present = { fitting, hasOwnCode, known, training };
    this.host.trainsOn(device);
    if (known.times.length > 0) this.tell(present);
    return present;
  }

  /** The device that training begins on, which is current from here on. */
  private async start({ times }: ModelTimes, base: Device): Promise<Device> {
    const device = fastest(times, base);
    if (device === base || !this.mayMove()) return tf.getBackend() as Device;
    try {
      const patience = this.host.after(START_WITHIN_MS).then(() => Promise.reject(new Error()));
      await Promise.race([this.host.prepare(device), patience]);
      await makeCurrent(device);
    } catch {
      // It was there on an earlier visit. Training goes on where it is.
    }
    return tf.getBackend() as Device;
  }

  /** There is one current device: with two trainings at a time, or a reader who chose, it stays where it is. */
  private mayMove(others = 0): boolean {
    return !this.host.isPinned() && this.open.size <= others;
  }

  // ---- Trials ----

  /** The trial that is worth its time now; before the devices were asked for, whether any might be. */
  private trial(present: Present, stepMs: number, remainingMs: number): Trial | null {
    const { known, training, hasOwnCode } = present;
    const base = this.host.base();
    if (hasOwnCode || !this.mayMove(1) || tf.getBackend() !== base) return null;
    const { times, spent } = known;
    const trained = known.trained + training.trainedMs;
    const reports = this.knowledge.reports();
    return nextTrial({ reports, base, known: { times, trained, spent }, stepMs, remainingMs });
  }

  private async tries(present: Present, stepMs: number, remainingMs: number): Promise<void> {
    if (!this.knowledge.isSurveyed) {
      await this.knowledge.survey();
      // With its graphics devices known, the machine may have a name that is remembered.
      present.known = this.knowledge.of(present.known.model);
    }
    let trial = this.trial(present, stepMs, remainingMs);
    while (trial !== null && !this.host.isStopped()) {
      await this.measure(present, trial, stepMs);
      trial = this.trial(present, stepMs, remainingMs);
    }
    await this.moveToFastest(present);
  }

  /** Written down before, so that a device that takes the worker with it is not tried again. */
  private async measure(present: Present, trial: Trial, stepMs: number): Promise<void> {
    const began = this.host.now();
    this.learn(present, { trying: trial.device });
    const { times, spent } = await this.timesOf(present, trial, stepMs);
    this.learn(present, { trying: null, times, spent: spent + this.host.now() - began });
  }

  private async timesOf({ fitting, known }: Present, trial: Trial, stepMs: number) {
    try {
      const { time, baseMs } = await this.bench.tryModel(fitting, trial, this.host);
      const base = { device: this.host.base(), ms: Math.min(stepMs, baseMs) };
      const times = withTime(known.times, { ...base, outcome: 'measured' });
      return { times: time === null ? times : withTime(times, time), spent: known.spent };
    } catch {
      // The training itself goes on; only this device is out.
      const failed = { device: trial.device, ms: 0, outcome: 'failed' } as const;
      return { times: withTime(known.times, failed), spent: known.spent };
    }
  }

  private async moveToFastest(present: Present): Promise<void> {
    const device = fastest(present.known.times, this.host.base());
    if (device !== tf.getBackend()) {
      await makeCurrent(device);
      present.training.moveTo(device);
      this.host.trainsOn(device);
    }
    this.tell(present);
  }

  private leave(present: Present, stepMs: number): void {
    const { training, known } = present;
    if (!this.mayMove(1)) return;
    const time = { device: training.device, ms: stepMs, outcome: 'measured' } as const;
    this.learn(present, { times: withTime(known.times, time) });
    const base = this.host.base();
    void makeCurrent(base);
    training.moveTo(base);
    this.host.trainsOn(base);
    this.tell(present);
  }

  // ---- The end ----

  private async end(present: Present): Promise<void> {
    const { training, fitting } = present;
    const isAway = tf.getBackend() !== this.host.base();
    if (isAway) await this.bench.settled(fitting.model);
    this.learnPace(present);
    if (!isAway || !this.mayMove(1)) return;
    // Read ahead, so that the base device needs not wait for them, or read where that is slow.
    await Promise.all(modelVariables(fitting.model).map((variable) => variable.data()));
    await makeCurrent(this.host.base());
    training.moveTo(this.host.base());
  }

  /** The pace of the training itself, where no trial has told more exactly. */
  private learnPace(present: Present): void {
    const { training, known } = present;
    const { device, stepMs, trainedMs } = training;
    if (stepMs === null || tf.getBackend() !== device) return;
    const former = timeOf(known.times, device);
    const ms = former?.outcome === 'measured' ? Math.min(former.ms, stepMs) : stepMs;
    const times = withTime(known.times, { device, ms, outcome: 'measured' });
    this.learn(present, { times, trained: known.trained + trainedMs });
    this.tell(present);
  }

  private learn(present: Present, change: Partial<ModelTimes>): void {
    present.known = { ...present.known, ...change };
    this.knowledge.learn(present.known);
  }

  private tell({ training, known }: Present): void {
    this.knowledge.tell(training.device, known);
  }
}

/** A device that is remembered, and does not start, may not hold up training for longer. */
const START_WITHIN_MS = 5_000;

function batchShapes({ ins, batchSize }: Fitting): number[][] {
  return ins.map((rows) => {
    const [count = 1, ...rest] = rows?.shape ?? [];
    return rows === null ? [] : [Math.min(batchSize, count), ...rest];
  });
}
