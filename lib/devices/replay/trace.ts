import type * as tf from '@tensorflow/tfjs-core';

/** As optimizers take gradients: by the name of the variable; null or undefined for one without. */
export type NamedGradient = { name: string; tensor: tf.Tensor | null | undefined };

/** Where a value of a recorded step comes from. */
export type Source =
  | { kind: 'input'; index: number }
  | { kind: 'variable'; variable: tf.Variable }
  /** Made of numbers by JavaScript within the step. */
  | { kind: 'constant'; values: tf.TypedArray }
  /** A tensor that was there before the step, and is none of the others. */
  | { kind: 'outside'; data: object; values: tf.TypedArray }
  | { kind: 'node' };

/** One piece of data; tensors of several shapes may share it. */
export type Value = { id: number; size: number; dtype: tf.DataType; source: Source };

/** A tensor: a value in a shape. */
export type Use = { value: Value; shape: readonly number[] };

/** A kernel that ran. `inputs` have names, or numbers where the kernel takes a list; null for one that was left out. */
export type Node = {
  kernel: string;
  names: readonly string[];
  inputs: readonly (Use | null)[];
  attrs: Readonly<Record<string, unknown>>;
  outputs: readonly Use[];
};

/**
 * All that one training step computes up to the gradients, in order. Kernels that only name their input anew are left
 * out; others never write into a value that is there, so each value is written once.
 */
export type Trace = {
  nodes: readonly Node[];
  /** In the order in which they were met: the place is the id. */
  values: readonly Value[];
  /** The loss and the metrics. */
  results: readonly Use[];
  /** One for each variable that the optimizer was given, in its order; null for one without a gradient. */
  gradients: readonly { variable: tf.Variable; gradient: Use | null }[];
  /** What variables were set to within the step, in order: moving averages. */
  assigned: readonly { variable: tf.Variable; to: Use }[];
};
