import type * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';

/** What an optimizer keeps for one variable, under the name that it is saved by. */
export type Slot = { originalName: string; variable: tf.Variable };

/** An optimizer's slots of one kind, as TensorFlow.js holds them: one a variable. */
export type SlotList = {
  /** What formulas call it. */
  letter: string;
  list: Slot[];
  /** Of the name that it is saved by. */
  suffix: string;
  /** Of all its elements before the first step; 0 unless said. */
  initial?: number;
};

/**
 * A new value for each tensor that changes, as GPUs compute it, in this order. One letter names a tensor: `w` the
 * variable, `g` its gradient, others slots; with a 1 behind it its new value, computed before. Words name numbers.
 */
export type Formulas = Readonly<Record<string, string>>;

/** One step of an optimizer, with the learning rate and all else as they are now. Slots come in the rule's order. */
export type Step = {
  formulas: Formulas;
  /** By the words of the formulas. */
  numbers: Readonly<Record<string, number>>;
  /** Writes the variable's new value into `out`, and those of the slots in place. */
  loop(w: Float32Array, g: Float32Array, out: Float32Array, ...slots: Float32Array[]): void;
  /** As `loop`, on addresses in TensorFlow.js's WASM memory. */
  native(native: Native, w: number, g: number, out: number, size: number, ...slots: number[]): void;
  /** What is left to do once all variables are updated. */
  end?(): void;
};

/** How one of TensorFlow.js's optimizers updates its variables; `O` is what we need of its fields. */
export type Rule<O> = {
  /** In the order in which TensorFlow.js makes them. */
  slots(optimizer: O): SlotList[];
  begin(optimizer: O): Step;
};
