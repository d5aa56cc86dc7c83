import type * as tf from '@tensorflow/tfjs-core';
import type { Instruction } from './opcodes';
import type { Single } from './code';
import type { Node, Use } from './trace';

/** What a kernel is written as: where its numbers lie, and the instructions that compute its outputs. */
export type Writer = {
  /** The address of a use; its shape matters only to who reads it. */
  at(use: Use): number;
  /** Makes room for an output, and gives its address. */
  out(use: Use): number;
  /** Lets an output lie where something else lies already. */
  alias(use: Use, address: number): void;
  /** Room for numbers in between; four bytes each. */
  scratch(size: number): number;
  /** The address of a number that never changes. */
  constant(value: number): number;
  /** The address of a word that is 0, and that instructions set to 1 when the batch must be run in the ordinary way. */
  readonly flag: number;
  emit(instruction: Instruction, ...values: (number | Single)[]): void;
  /** As `emit`, for what has to be done only once, since it is the same in each step. */
  emitOnce(instruction: Instruction, ...values: (number | Single)[]): void;
};

/** Writes one kernel. False, before anything is written, if it can't write this one of its uses. */
export type Lower = (node: Node, writer: Writer) => boolean;

export type Lowerings = Readonly<Record<string, Lower>>;

/** The input of this name, or at this place. */
export function input(node: Node, name: string | number): Use | null {
  return node.inputs[node.names.indexOf(String(name))] ?? null;
}

export const areAll = (uses: readonly (Use | null)[], dtype: tf.DataType) =>
  uses.every((use) => use?.value.dtype === dtype);
