import type { Device } from '@/lib/protocol';
import { CHECK_MS, LOOK_MS, SLOW_CHECKS, WARM_MS } from './pace';
import type { Steps } from './step-callback';

/** What a training asks of who chooses its device, and when it has something to decide. */
export type TrainingHost = {
  now(): number;
  /** On the base device: a step takes `stepMs` there, and all that are to come `remainingMs`. */
  considers(stepMs: number, remainingMs: number): boolean;
  tries(stepMs: number, remainingMs: number): Promise<void>;
  /** On another: resolves once all steps so far are done. */
  settled(): Promise<void>;
  leaves(stepMs: number): void;
};

/**
 * Counts the batches of one training and the time that they take. The first batch on a device is not counted, nor are
 * the trials.
 */
export class Training implements Steps {
  device: Device;
  private done = 0;
  /** Since the training came to its present device: batches, and milliseconds. */
  private counted = 0;
  private from: number | null = null;
  /** Since when a trial goes on. */
  private paused: number | null = null;
  private nextLook = 0;
  /** Of a step on the base device, for one that has moved away. */
  private baseMs = Infinity;
  /** Since the last check on another device. */
  private checked = { batches: 0, at: 0 };
  private slowChecks = 0;

  constructor(
    private readonly host: TrainingHost,
    private readonly total: number,
    private readonly base: Device,
    device: Device,
  ) {
    this.device = device;
  }

  /** Milliseconds of a step on the present device; null before there were enough. */
  get stepMs(): number | null {
    return this.counted === 0 ? null : this.trainedMs / this.counted;
  }

  /** Milliseconds since the first batch on the present device, without trials. */
  get trainedMs(): number {
    return this.from === null ? 0 : (this.paused ?? this.host.now()) - this.from;
  }

  /** From here on it is on that device. */
  moveTo(device: Device): void {
    this.device = device;
    this.counted = 0;
    this.from = null;
  }

  readonly isDue = (count: number): boolean => {
    this.count(count);
    const now = this.host.now();
    if (this.from === null || this.counted === 0 || now < this.nextLook) return false;
    if (this.trainedMs < WARM_MS) return false;
    if (this.device !== this.base) return now - this.checked.at >= CHECK_MS;
    this.nextLook = now + LOOK_MS;
    const { stepMs } = this;
    return stepMs !== null && this.host.considers(stepMs, this.remaining * stepMs);
  };

  readonly batchDone = (count: number): Promise<void> | null => {
    if (count > 0 && !this.isDue(count)) return null;
    return this.device === this.base ? this.tryOther() : this.check();
  };

  private get remaining(): number {
    return Math.max(0, this.total - this.done);
  }

  private count(batches: number): void {
    this.done += batches;
    if (this.from !== null) {
      this.counted += batches;
      this.checked.batches += batches;
      return;
    }
    if (batches === 0) return;
    this.from = this.host.now();
    this.checked = { batches: 0, at: this.from };
  }

  private async tryOther(): Promise<void> {
    const { stepMs } = this;
    if (stepMs === null) return;
    this.baseMs = stepMs;
    this.paused = this.host.now();
    await this.host.tries(stepMs, this.remaining * stepMs);
    if (this.from !== null) this.from += this.host.now() - this.paused;
    this.paused = null;
  }

  /** A device may become slower, when it grows hot or others use it, or be slower than its trial was. */
  private async check(): Promise<void> {
    await this.host.settled();
    const now = this.host.now();
    const { batches, at } = this.checked;
    this.checked = { batches: 0, at: now };
    const stepMs = batches === 0 ? 0 : (now - at) / batches;
    this.slowChecks = stepMs > this.baseMs ? this.slowChecks + 1 : 0;
    if (this.slowChecks < SLOW_CHECKS) return;
    this.slowChecks = 0;
    this.host.leaves(stepMs);
  }
}
