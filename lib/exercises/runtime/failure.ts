import type { Frame, Output } from '@/lib/protocol';

/** Something to show with a failing test, under its label; `frames` are those of a figure. */
export type Detail = { label: string; output: Output; frames: Frame[] };

/** What a test expected and did not find: a sentence or a few, and the values that it is about. */
export class Failure extends Error {
  override name = 'Failure';
  constructor(
    message: string,
    /** Tensors may have to be read first. */
    readonly details: readonly (Detail | Promise<Detail>)[] = [],
  ) {
    super(message);
  }
}
