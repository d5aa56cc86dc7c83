import * as tf from '@tensorflow/tfjs-core';
import type { AnyLogs } from './fitting';

/** Means of an epoch, weighted by the sizes of its batches, as TensorFlow.js's `BaseLogger` makes them. */
export class EpochTotals {
  #seen = 0;
  readonly #numbers = new Map<string, number>();
  /** Of batches on a device whose numbers are not at hand. */
  readonly #tensors = new Map<string, tf.Tensor>();

  add(logs: AnyLogs): void {
    const size = Number(logs['size']);
    this.#seen += size;
    for (const [name, value] of Object.entries(logs)) {
      if (typeof value === 'number')
        this.#numbers.set(name, (this.#numbers.get(name) ?? 0) + value * size);
      else this.#addTensor(name, value, size);
    }
  }

  /** The mean of one of them; undefined if there is none. A tensor is the caller's to dispose. */
  mean(name: string): number | tf.Scalar | undefined {
    const tensor = this.#tensors.get(name);
    const number = this.#numbers.get(name);
    if (tensor === undefined) return number === undefined ? undefined : number / this.#seen;
    return tf.tidy(() => tf.div<tf.Scalar>(tf.add(tensor, number ?? 0), this.#seen));
  }

  dispose(): void {
    for (const tensor of this.#tensors.values()) tensor.dispose();
    this.#tensors.clear();
  }

  #addTensor(name: string, value: tf.Scalar, size: number): void {
    const former = this.#tensors.get(name);
    this.#tensors.set(
      name,
      tf.tidy(() => tf.add(former ?? 0, tf.mul(value, size))),
    );
    former?.dispose();
  }
}
