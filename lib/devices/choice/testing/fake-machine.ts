import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Device, DeviceReport, DeviceStatus, ModelTimes } from '@/lib/protocol';
import { makeCurrent } from '../../make-current';
import { DeviceChoice } from '../device-choice';
import { tryDevice } from '../trial';

/** Milliseconds: to load and start, of the first step, of each step after it. A start or step may never end, or fail. */
export type Speed = { start: number; first: number; step: number; fails?: boolean };

export type MachineSpec = { wasm: number; webgl?: Speed; webgpu?: Speed; isSoftware?: boolean };

/** A timer of next to nothing might not move a clock of floating-point numbers. */
const SHORTEST_MS = 0.01;

const GRAPHICS = ['webgpu', 'webgl'] as const;

/** A machine with a clock of its own, on which a step takes as long as the test says. */
export class FakeMachine {
  time = 0;
  readonly learned: ModelTimes[] = [];
  readonly told: DeviceStatus[] = [];
  readonly choice: DeviceChoice;
  pinned: Device | null = null;
  /** When the reader presses Stop. */
  stopAt = Infinity;
  private readonly started = new Set<Device>();
  private readonly warm = new Set<Device>();
  private waiting: { at: number; resolve: () => void }[] = [];
  /** When each graphics device will have done what it was told. */
  private readonly busyUntil = new Map<Device, number>();

  constructor(readonly spec: MachineSpec) {
    this.choice = new DeviceChoice(
      {
        now: () => this.time,
        after: (ms) => this.until(this.time + Math.max(SHORTEST_MS, ms)),
        isStopped: () => this.isStopped(),
        prepare: (device) => this.prepare(device),
        isExact: () => true,
        cameBack() {},
        base: () => this.pinned ?? 'wasm',
        isPinned: () => this.pinned !== null,
        reports: () => this.reports(),
        survey: () => Promise.resolve(),
        learned: (model) => void this.learned.push(model),
        trainsOn() {},
        tell: (status) => void this.told.push(status),
      },
      {
        tryModel: async (_, trial) => {
          this.time += this.spec.wasm;
          const result = await tryDevice(trial, this.spec.wasm, {
            now: () => this.time,
            after: (ms) => this.until(this.time + Math.max(SHORTEST_MS, ms)),
            isStopped: () => this.isStopped(),
            start: () => this.prepare(trial.device),
            step: () => this.dispatch(trial.device),
            settled: () => this.until(this.busyUntil.get(trial.device) ?? 0),
          });
          return { ...result, baseMs: this.spec.wasm };
        },
        settled: () => Promise.resolve(),
      },
    );
  }

  /** One training of so many batches, from a worker whose current device is the base. */
  async train(model: LayersModel, batches: number): Promise<void> {
    await makeCurrent(this.pinned ?? 'wasm');
    const ins = [tf.zeros([4, 3]), tf.zeros([4, 1])];
    const fitting = { model, ins, batchSize: 4, step: () => [] };
    const opening = this.choice.begin(fitting, batches, false);
    const { training, close } = await this.drive(opening);
    for (let batch = 0; batch < batches && !this.isStopped(); batch++) {
      this.time += this.stepOn(tf.getBackend() as Device);
      const wait = training.batchDone(1);
      if (wait !== null) await this.drive(wait);
    }
    await this.drive(close());
    tf.dispose(ins);
  }

  private isStopped(): boolean {
    return this.time >= this.stopAt;
  }

  private speed(device: Device): Speed | undefined {
    return device === 'webgl' || device === 'webgpu' ? this.spec[device] : undefined;
  }

  private reports(): DeviceReport[] {
    const detail = this.spec.isSoftware === true ? 'a software renderer' : 'a card';
    const graphics = GRAPHICS.map((device) => ({
      ...{ device, available: this.spec[device] !== undefined, detail },
    }));
    return [...graphics, { device: 'wasm', available: true, detail: 'SIMD' }];
  }

  /** Of a training, whose steps are all waited for in the end. */
  private stepOn(device: Device): number {
    const speed = this.speed(device);
    if (speed === undefined) return this.spec.wasm;
    const isWarm = this.warm.has(device);
    this.warm.add(device);
    return isWarm ? speed.step : speed.first;
  }

  private async prepare(device: Device): Promise<void> {
    const speed = this.speed(device);
    if (speed === undefined || this.started.has(device)) return;
    await this.until(this.time + speed.start);
    if (speed.fails === true) throw new Error('no device');
    this.started.add(device);
  }

  private dispatch(device: Device): void {
    const from = Math.max(this.time, this.busyUntil.get(device) ?? 0);
    this.busyUntil.set(device, from + this.stepOn(device));
  }

  private until(at: number): Promise<void> {
    if (at <= this.time) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ at, resolve }));
  }

  /** Lets time pass from one thing that happens to the next, until `work` is done. */
  private async drive<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const end = () => void (isDone = true);
    work.then(end, end);
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      if (!isDone) this.pass();
    }
    return work;
  }

  private pass(): void {
    const next = Math.min(...this.waiting.map(({ at }) => at));
    if (!Number.isFinite(next)) return;
    this.time = Math.max(this.time, next);
    const due = this.waiting.filter(({ at }) => at <= this.time);
    this.waiting = this.waiting.filter(({ at }) => at > this.time);
    for (const { resolve } of due) resolve();
  }
}
