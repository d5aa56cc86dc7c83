import type { Leak, MemoryReport } from '@/lib/protocol';
import { formatBytes } from './format-bytes';

/** A sentence in two parts, with the line between them that it speaks of, 1-based, where that is known. */
export type LeakWords = { before: string; line: number | null; after: string };

export type MemoryWords = {
  /** What all cells hold after the run; null for nothing. */
  held: string | null;
  /** What the run has left behind, most first. */
  leaks: LeakWords[];
  /** What would free that; null when there is nothing. */
  advice: string | null;
};

/** Kinds of tensor named before the rest is only counted. */
const NAMED = 3;

/** What a run has left in memory, in plain sentences. */
export function memoryWords({ tensors, bytes, leaked, others = 0 }: MemoryReport): MemoryWords {
  const held = tensors === 0 ? null : `In memory: ${tensorCount(tensors)}, ${formatBytes(bytes)}.`;
  const named = leaked.slice(0, NAMED);
  const rest = leaked.slice(NAMED).reduce((sum, { count }) => sum + count, others);
  const leaks = [...named.map(leakWords), ...(rest === 0 ? [] : [restWords(rest, named.length)])];
  return { held, leaks, advice: leaks.length === 0 ? null : adviceFor(named) };
}

function leakWords({ count, shape, dtype, line }: Leak): LeakWords {
  const size = bytesOf({ count, shape, dtype, line });
  const details = size === null ? dtype : `${dtype}, ${formatBytes(size)}`;
  const what = `${kindWords(count, shape)} (${details})`;
  const end = `${count === 1 ? 'was' : 'were'} left behind.`;
  return line === undefined
    ? { before: `${what} ${end}`, line: null, after: '' }
    : { before: `${what} made on `, line, after: ` ${end}` };
}

function restWords(count: number, named: number): LeakWords {
  const what = named === 0 ? tensorCount(count) : `${count.toLocaleString('en')} more`;
  return { before: `${what} ${count === 1 ? 'was' : 'were'} left behind.`, line: null, after: '' };
}

/** "3 tensors of shape 64×64", "1 scalar" */
function kindWords(count: number, shape: readonly number[]): string {
  if (shape.length > 0) return `${tensorCount(count)} of shape ${shape.join('×')}`;
  return `${count.toLocaleString('en')} scalar${count === 1 ? '' : 's'}`;
}

const tensorCount = (count: number) =>
  `${count.toLocaleString('en')} tensor${count === 1 ? '' : 's'}`;

function adviceFor(named: readonly Leak[]): string {
  const lines = new Set(named.map(({ line }) => line));
  const [line] = lines;
  const which = lines.size !== 1 || line === undefined ? 'what makes them' : 'that line';
  return `Wrap ${which} in tf.tidy(() => ...), which frees all that it does not return; where it awaits, call dispose() on them instead.`;
}

const BYTES: Readonly<Record<string, number>> = { float32: 4, int32: 4, bool: 1, complex64: 8 };

/** Null for text, whose length is not told. */
function bytesOf({ count, shape, dtype }: Leak): number | null {
  const each = BYTES[dtype];
  return each === undefined ? null : shape.reduce((size, extent) => size * extent, count * each);
}
