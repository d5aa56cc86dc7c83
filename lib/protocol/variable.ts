import type { CellId } from './messages';

/** A variable of a lesson as it is now, in words. */
export type VariableReport = {
  name: string;
  cell: CellId;
  /** "Tensor float32", "Sequential", "number", "Array". */
  type: string;
  /** Of a tensor; the output shape of a model, with -1 for the batch; the length of an array. Null for others. */
  shape: number[] | null;
  /** Held by its tensors and typed arrays; null where that means nothing. */
  bytes: number | null;
  /** One line: the first values, or what it is. */
  preview: string;
};

/** A variable of another cell that a run has changed: trained, assigned to, or disposed. */
export type Mutation = { cell: CellId; name: string; how: 'trains' | 'disposes' };
