import * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';
import { allocate, intsAt, presentWasm, type Wasm } from './engine';
import type { Fitting } from './fitting';
import type { Program } from './program';
import type { Trainer } from './trainer';

/** Gives the trainer to use now; null where steps can't be replayed. */
export type TrainerNow = () => Trainer | null;

/** The steps of one training: each batch replayed where that can be done, in the ordinary way where not. */
export class Steps {
  /** Where the order of the rows lies for programs: an address and on which backend. */
  #order: { wasm: Wasm; address: number; indices: readonly number[] } | null = null;

  constructor(
    private readonly fitting: Fitting,
    private readonly native: Native,
    private readonly trainer: TrainerNow,
  ) {}

  /**
   * One step, on the rows that stand at these places of the order.
   *
   * @returns the loss and the metrics: numbers, or scalars where numbers are not at hand
   */
  run(order: readonly number[], start: number, end: number): (number | tf.Scalar)[] {
    const trainer = this.trainer();
    const shapes = this.#shapes(end - start);
    const program = trainer?.ready(shapes);
    if (trainer && program) {
      this.#fill(trainer.wasm, program, order, start, end);
      const results = trainer.replay(shapes);
      if (results !== null) return results;
    }
    return this.#runOrdinary(order.slice(start, end), trainer, shapes);
  }

  free(): void {
    const order = this.#order;
    if (order !== null && presentWasm() === order.wasm) order.wasm.wasm._free(order.address);
    this.#order = null;
  }

  #shapes(rows: number): string {
    const one = (tensor: tf.Tensor | null) =>
      tensor === null ? '' : `${tensor.dtype} ${tensor.shape.slice(1).join()}`;
    return `${rows}: ${this.fitting.ins.map(one).join('; ')}`;
  }

  /** Copies the batch's rows to where the program takes them from. */
  #fill(wasm: Wasm, program: Program, order: readonly number[], start: number, end: number): void {
    const indices = this.#orderOn(wasm, order) + 4 * start;
    let input = 0;
    for (const tensor of this.fitting.ins) {
      if (tensor === null) continue;
      const bytes = (tensor.size / tensor.shape[0]!) * tf.util.bytesPerElement(tensor.dtype);
      const from = wasm.dataIdMap.get(tensor.dataId).memoryOffset;
      this.native.gatherRows(from, indices, program.inputs[input]!, end - start, bytes);
      input += 1;
    }
  }

  #orderOn(wasm: Wasm, indices: readonly number[]): number {
    if (this.#order?.wasm !== wasm) {
      this.free();
      const address = allocate(wasm, 4 * indices.length);
      this.#order = { wasm, address, indices: [] };
    }
    if (this.#order.indices !== indices)
      intsAt(wasm, this.#order.address, indices.length).set(indices);
    this.#order.indices = indices;
    return this.#order.address;
  }

  #runOrdinary(indices: number[], trainer: Trainer | null, shapes: string): (number | tf.Scalar)[] {
    const results = tf.tidy(() => {
      const rows = tf.tensor1d(indices, 'int32');
      const batch = this.fitting.ins.map((tensor) => tensor && tf.gather(tensor, rows));
      const { step } = this.fitting;
      if (trainer === null) return step(batch as tf.Tensor[]);
      // Absent sample weights are no input; the step is given its batch as it expects it.
      const present = batch.filter((tensor) => tensor !== null);
      return trainer.record(shapes, present, () => step(batch as tf.Tensor[]));
    });
    return readable(results as tf.Scalar[]);
  }
}

/** On WASM numbers are at hand; elsewhere reading one would wait for the device. */
export function readable(scalars: tf.Scalar[]): (number | tf.Scalar)[] {
  if (presentWasm() === null) return scalars;
  return scalars.map((scalar) => {
    const [number] = scalar.dataSync();
    scalar.dispose();
    return number!;
  });
}
