import { ARRAYS, bytesOf, type ArrayName, type Numbers } from './numbers';
import type { Packed } from './pack';

/** What `pack` was given, floats rounded. @throws {RangeError} when the bytes do not hold the arrays */
export function unpack({ tree, arrays, bytes }: Packed): unknown {
  const numbers: Numbers[] = [];
  const steps: (Int32Array | null)[] = [];
  let at = 0;
  for (const layout of arrays) {
    const own = bytes.subarray(at, at + bytesOf(layout));
    if (own.length < bytesOf(layout))
      throw new RangeError('The recording is shorter than it says.');
    at += own.length;
    const [type, count, exponent, from] = layout;
    const taken = exponent === undefined ? null : stepsIn(own, count, steps[from ?? -1] ?? null);
    steps.push(taken);
    numbers.push(taken === null ? raw(type, own) : multiples(type, taken, 2 ** exponent!));
  }
  return fill(tree, numbers);
}

function stepsIn(bytes: Uint8Array, count: number, before: Int32Array | null): Int32Array {
  const steps = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const folded = (bytes[i] ?? 0) | ((bytes[count + i] ?? 0) << 8);
    const step = folded & 1 ? -(folded + 1) / 2 : folded / 2;
    steps[i] = step + (before?.[i] ?? 0);
  }
  return steps;
}

function multiples(type: ArrayName, steps: Int32Array, scale: number): Numbers {
  const numbers = new ARRAYS[type](steps.length);
  steps.forEach((step, at) => (numbers[at] = step * scale));
  return numbers;
}

/** A copy, because arrays of wider numbers can't begin at every byte. */
const raw = (type: ArrayName, bytes: Uint8Array): Numbers => new ARRAYS[type](bytes.slice().buffer);

function fill(tree: unknown, numbers: readonly Numbers[]): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map((each) => fill(each, numbers));
  if ('$array' in tree) return numbers[tree.$array as number];
  if ('$number' in tree) return Number(tree.$number);
  return Object.fromEntries(
    Object.entries(tree).map(([key, field]) => [key.replace(/^\$/, ''), fill(field, numbers)]),
  );
}
