import type * as tf from '@tensorflow/tfjs-core';
import type { Device } from '@/lib/protocol';
import { hash } from './hash';
import type { Knowledge } from './knowledge';
import { Loop } from './loop';

/** What the choice takes from the worker that it works in. */
export type LoopHost = {
  /** Milliseconds. */
  now(): number;
  /** Whether the reader has pressed Stop. */
  isStopped(): boolean;
  /** Loads and starts a device without making it current. */
  prepare(device: Device): Promise<void>;
  /** Whether the device, which is started, keeps the numbers of tensors that are moved there and back. */
  isExact(device: Device): boolean;
  /** The device of everything but training, chosen by the reader or by itself. */
  base(): Device;
  isPinned(): boolean;
  /** A training goes on on that device. */
  trainsOn(device: Device): void;
  /** The base device is current again, and reader code has had its way with variables on another one. */
  cameBack(): void;
};

/** Who trains in a loop: what its steps have in common. */
export type Trained = { optimizer: tf.Optimizer; weights(): readonly tf.Variable[] };

/** A loop of another optimizer has begun when the one that was counted has made no step for so many of others'. */
const MOST_BETWEEN = 20;

/**
 * Chooses the device of a reader's own training loop: one that calls `trainOnBatch`, `minimize` or `applyGradients`.
 * What is counted is turns of the loop, from one step of the optimizer that came first to its next. A loop can't be told
 * to do a step that is undone, so the other device is tried on turns of its own, and only a loop that awaits something
 * gives it the time to be started.
 */
export class LoopChoice {
  #loop: Loop | null = null;
  #between = 0;
  readonly #names = new WeakMap<tf.Optimizer, string>();

  constructor(
    private readonly host: LoopHost,
    private readonly knowledge: Knowledge,
  ) {}

  /** A step is done. The present device may be another afterwards. */
  stepDone({ optimizer, weights }: Trained): void {
    if (this.#loop !== null && this.#loop.leader !== optimizer) {
      this.#between += 1;
      if (this.#between <= MOST_BETWEEN) return;
      this.end();
    }
    this.#between = 0;
    this.#loop ??= new Loop(optimizer, this.#nameOf({ optimizer, weights }), this.host, {
      knowledge: this.knowledge,
      settle: () => settle(weights()),
    });
    this.#loop.turnDone();
  }

  /** A step has thrown. @returns whether the device may be why, and it should be done again on the one that is current now */
  failed(): boolean {
    return this.#loop?.failed() ?? false;
  }

  /** The loop, if there was one, is over: the base device is current again. */
  end(): void {
    this.#loop?.end();
    this.#loop = null;
  }

  #nameOf({ optimizer, weights }: Trained): string {
    const known = this.#names.get(optimizer);
    if (known !== undefined) return known;
    const shapes = weights().map(({ shape }) => shape);
    const name = hash(JSON.stringify(['loop', optimizer.getClassName(), shapes]));
    this.#names.set(optimizer, name);
    return name;
  }
}

/** Waits until the device has done what it was told: the smallest weight is read, as the last step left it. */
function settle(weights: readonly tf.Variable[]): void {
  const [smallest] = weights
    .filter(({ isDisposed }) => !isDisposed)
    .toSorted((a, b) => a.size - b.size);
  smallest?.dataSync();
}
