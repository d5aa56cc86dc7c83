import { EXACT, FINENESS, MOST_STEPS, nameOf, type Layout, type Numbers } from './numbers';

/** Plain data with `{ $array: n }` in place of the n-th typed array, and `{ $number: 'NaN' }` for what JSON lacks. */
export type Packed = { tree: unknown; arrays: readonly Layout[]; bytes: Uint8Array };

/** Arrays of one stream are alike: the same part of one figure, from frame to frame. */
type Found = { stream: string; array: Numbers };

/**
 * Takes typed arrays out of plain data and writes them small: floats as multiples of a step that is a power of two,
 * so that the error is at most 2^-12 of the largest size in the stream; whole numbers as they are; each as its
 * difference to the one of the frame before, where that is smaller. What is not finite, and floats that are few, are
 * kept as they are in memory.
 *
 * @param streamOf which stream an array at this path belongs to
 */
export function pack(value: unknown, streamOf: (path: readonly string[]) => string): Packed {
  const found: Found[] = [];
  const take = (array: Numbers, path: readonly string[]) =>
    found.push({ stream: streamOf(path), array }) - 1;
  const tree = strip(value, [], take);
  return { tree, ...write(found) };
}

function strip(
  value: unknown,
  path: readonly string[],
  take: (array: Numbers, path: readonly string[]) => number,
): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return { $array: take(value as Numbers, path) };
  if (Array.isArray(value)) return value.map((each, at) => strip(each, [...path, `${at}`], take));
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.map(([key, field]) => [escapeKey(key), strip(field, [...path, key], take)]),
  );
}

/** So that a key of the reader's own is never taken for one of ours. */
const escapeKey = (key: string) => (key.startsWith('$') ? `$${key}` : key);

function write(found: readonly Found[]): Omit<Packed, 'tree'> {
  const exponents = exponentsOf(found);
  const last = new Map<string, number>();
  const written = found.map(({ stream, array }, index): Written => {
    const exponent = exponents.get(stream) ?? null;
    const from = last.get(stream);
    last.set(stream, index);
    if (exponent === null)
      return { layout: [nameOf(array), array.length], bytes: asInMemory(array) };
    return inSteps(
      array,
      exponent,
      from === undefined ? null : { at: from, array: found[from]!.array },
    );
  });
  return {
    arrays: written.map(({ layout }) => layout),
    bytes: joined(written.map(({ bytes }) => bytes)),
  };
}

type Written = { layout: Layout; bytes: Uint8Array };

/** Of the step of each stream; null where its numbers can't be multiples of one. */
function exponentsOf(found: readonly Found[]): Map<string, number | null> {
  const streams = new Map<string, Numbers[]>();
  for (const { stream, array } of found) {
    streams.set(stream, [...(streams.get(stream) ?? []), array]);
  }
  return new Map([...streams].map(([stream, arrays]) => [stream, exponentFor(arrays)]));
}

function exponentFor(arrays: readonly Numbers[]): number | null {
  let [largest, whole, count] = [0, true, 0];
  for (const array of arrays) {
    count += array.length;
    for (const value of array) {
      if (!Number.isFinite(value)) return null;
      largest = Math.max(largest, Math.abs(value));
      whole &&= Number.isInteger(value);
    }
  }
  if (whole && largest <= MOST_STEPS) return 0;
  if (count <= EXACT) return null;
  const rounds = arrays.every((array) => array instanceof Float32Array);
  return rounds ? Math.ceil(Math.log2(largest)) - FINENESS : null;
}

function inSteps(
  array: Numbers,
  exponent: number,
  before: { at: number; array: Numbers } | null,
): Written {
  const head = [nameOf(array), array.length, exponent] as const;
  const steps = stepsOf(array, exponent);
  if (before?.array.length !== array.length) return { layout: head, bytes: planes(steps) };
  const last = stepsOf(before.array, exponent);
  const differences = steps.map((step, at) => step - (last[at] ?? 0));
  return sizeOf(differences) < sizeOf(steps)
    ? { layout: [...head, before.at], bytes: planes(differences) }
    : { layout: head, bytes: planes(steps) };
}

const stepsOf = (array: Numbers, exponent: number) =>
  Int32Array.from(array, (value) => Math.round(value * 2 ** -exponent));

const sizeOf = (steps: Int32Array) => steps.reduce((sum, step) => sum + Math.abs(step), 0);

/** The high bytes are nearly all nought, so apart from the low ones they compress to little. */
function planes(steps: Int32Array): Uint8Array {
  const bytes = new Uint8Array(2 * steps.length);
  steps.forEach((step, at) => {
    const folded = step < 0 ? -2 * step - 1 : 2 * step;
    bytes[at] = folded & 255;
    bytes[steps.length + at] = folded >> 8;
  });
  return bytes;
}

/** Every machine that runs browsers has the little end first. */
const asInMemory = (array: Numbers) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength).slice();

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
