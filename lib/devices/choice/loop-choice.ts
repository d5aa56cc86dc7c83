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
  #isOpen = false;
  #loop: Loop | null = null;
  #between = 0;
  readonly #names = new WeakMap<tf.Optimizer, string>();

  constructor(
    private readonly host: LoopHost,
    private readonly knowledge: Knowledge,
  ) {}

  /** A run begins; what goes on from an earlier one may move nothing. */
  begin(): void {
    this.leave();
    this.#isOpen = true;
  }

  /** The run is over: the base device is current again. */
  end(): void {
    this.leave();
    this.#isOpen = false;
  }

  /** The loop, if there is one, is over. */
  leave(): void {
    const loop = this.#loop;
    this.#loop = null;
    try {
      loop?.end();
    } catch {
      // See `stepDone`; the run itself ends as it would have.
    }
  }

  /** A step is done. The present device may be another afterwards. Never throws: the step itself has gone well. */
  stepDone(trained: Trained): void {
    if (!this.#isOpen) return;
    try {
      this.#count(trained);
    } catch {
      // A device that can't be asked, or reader code that broke what this is made of.
      this.#isOpen = false;
      this.leave();
    }
  }

  /**
   * A step has thrown. If the device may be why, the base device is current again, and the step should be done once
   * more: the answer is what to call when that has gone well. Else null.
   */
  failed(): (() => void) | null {
    return this.#loop?.failed() ?? null;
  }

  #count({ optimizer, weights }: Trained): void {
    if (this.#loop !== null && this.#loop.leader !== optimizer) {
      this.#between += 1;
      if (this.#between <= MOST_BETWEEN) return;
      this.leave();
    }
    this.#between = 0;
    this.#loop ??= new Loop(
      optimizer,
      this.#nameOf({ optimizer, weights }),
      this.host,
      this.knowledge,
    );
    this.#loop.turnDone(() => settle(weights()));
  }

  #nameOf({ optimizer, weights }: Trained): string {
    const known = this.#names.get(optimizer);
    if (known !== undefined) return known;
    const shapes = weights().map(({ shape }) => shape);
    // Whatever has the three methods of an optimizer is taken for one.
    const kind = (optimizer as Partial<tf.Optimizer>).getClassName?.() ?? 'own';
    const name = hash(JSON.stringify(['loop', kind, shapes]));
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
