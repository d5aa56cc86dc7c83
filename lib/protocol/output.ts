import type { Control } from './control';
import type { Figure } from './figure';
import type { ValueTree } from './value';

export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** One piece of what a cell shows, in the order in which it was shown. */
export type Output =
  | { kind: 'console'; level: ConsoleLevel; parts: ValueTree[] }
  | { kind: 'value'; value: ValueTree }
  | { kind: 'text'; text: string }
  | {
      kind: 'table';
      caption: string;
      columns: string[];
      rows: (string | number | null)[][];
      omitted: number;
    }
  /** The place of a figure; its frames arrive apart. */
  | { kind: 'figure'; figure: Figure }
  /** Something to set: a slider, a pad. A run shows each of its keys once. */
  | { kind: 'control'; control: Control }
  /** The runtime speaking, e.g. that output was capped. */
  | { kind: 'notice'; text: string };

/** An error as data: nothing of the reader's class crosses over. */
export type CellError = {
  name: string;
  message: string;
  /** What to try, where the runtime knows. */
  hint?: string;
  /** 1-based, in the reader's own TypeScript, where it could be told. */
  line?: number;
  column?: number;
  /** The reader's own frames, outermost last. */
  stack: string[];
};

export type Progress = {
  done: number;
  total: number;
  /** The unit. */
  label: string;
  /** What is going on, e.g. "loading MNIST", where it is something other than running. */
  task?: string;
  /** What goes on will last no longer, where that is known. */
  secondsLeft?: number;
};

/** Tensors of one kind that a run left behind, made on one line. */
export type Leak = {
  shape: number[];
  dtype: string;
  count: number;
  /** 1-based, in the reader's own TypeScript, where it could be told. */
  line?: number;
};

/** Tensors alive after a run. `leaked`: made by this run, and neither disposed nor held by a variable. */
export type MemoryReport = {
  tensors: number;
  bytes: number;
  leaked: Leak[];
  /** How many more have leaked, of kinds beyond those of `leaked`. */
  others?: number;
};
