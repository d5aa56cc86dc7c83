import { mapSoon, allSoon, type Soon } from '@/lib/course/soon';
import type { Calls } from './calls';
import { comparedDetails, valueDetails } from './details';
import { Failure } from './failure';
import { numbersOf } from './numbers-of';
import { isAlive, isRealTensor, shapeOf, type Reading } from './real-tensor';
import { createSafeCopy, UnsafeValue } from './safe-copy';
import { numberWords, readingWords, shapeWords, valueWords } from './words';

type Given = { value: unknown; isNot: boolean; calls: Calls };
type TensorMatcher = (given: Given, ...expected: unknown[]) => Soon<void>;

/** The matchers of tensors. One that has to read from a graphics device gives a promise. */
export const TENSOR_MATCHERS: Record<string, TensorMatcher> = {
  toBeCloseToTensor: (given, other, tolerance = 1e-4) => closeTo(given, other, Number(tolerance)),
  toHaveShape: (given, shape) => haveShape(given, shape as number[]),
};

function closeTo({ value, isNot, calls }: Given, other: unknown, tolerance: number): Soon<void> {
  const readings = allSoon([reading(value, calls), numbersOf(other)]);
  return mapSoon(readings, ([got, wanted]) => {
    const problem = difference(got!, wanted!, tolerance);
    if ((problem === null) !== isNot) return;
    const words = isNot
      ? `expected values that differ from ${readingWords(wanted!)}`
      : `expected ${readingWords(wanted!)}${problem ?? ''}`;
    throw new Failure(
      `${calls.origin(value)} ${gotWords(value, got!)}, ${words}.`,
      comparedDetails(value, other, [got!, wanted!]),
    );
  });
}

function haveShape({ value, isNot, calls }: Given, wanted: number[]): void {
  const shape = isRealTensor(value) && isAlive(value) ? shapeOf(value) : null;
  if (shape === null) {
    throw new Failure(
      `${calls.origin(value)} ${valueWords(value)}, expected a tensor.`,
      valueDetails('What came', value),
    );
  }
  const isSame = shapeWords(shape) === shapeWords(wanted);
  if (isSame !== isNot) return;
  const but = isNot ? 'anything but the shape' : 'the shape';
  throw new Failure(
    `${calls.origin(value)} a tensor of shape ${shapeWords(shape)}, expected ${but} ${shapeWords(wanted)}.`,
    valueDetails('What came', value),
  );
}

/** @throws {Failure} for what holds no numbers. */
function reading(value: unknown, calls: Calls): Soon<Reading> {
  try {
    return numbersOf(createSafeCopy()(value));
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof UnsafeValue)) throw error;
    throw new Failure(
      `${calls.origin(value)} ${error.message.replace(/\.$/, '')}, expected a tensor.`,
      valueDetails('What came', value),
    );
  }
}

const gotWords = (value: unknown, got: Reading) =>
  got.values.length > 16 && !isRealTensor(value) ? valueWords(value) : readingWords(got);

/** How the two differ, behind what both are; null where they do not. */
function difference(got: Reading, wanted: Reading, tolerance: number): string | null {
  if (shapeWords(got.shape) !== shapeWords(wanted.shape)) {
    return `; the shape is ${shapeWords(got.shape)}, and ${shapeWords(wanted.shape)} was expected`;
  }
  const wrong = got.values.flatMap((value, at) =>
    isClose(value, wanted.values[at]!, tolerance) ? [] : [at],
  );
  if (wrong.length === 0) return null;
  if (got.values.length <= 16) return '';
  const at = wrong.reduce((a, b) => (gap(got, wanted, b) > gap(got, wanted, a) ? b : a));
  const place = shapeWords(indexOf(at, got.shape));
  const [value, other] = [numberWords(got.values[at]!), numberWords(wanted.values[at]!)];
  return `; ${wrong.length} of ${got.values.length} values differ by more than ${tolerance}, most at ${place}: ${value} in place of ${other}`;
}

/** NaN is close to NaN alone, an infinity to itself. */
export function isClose(value: number, other: number, tolerance: number): boolean {
  return Object.is(value, other) || Math.abs(value - other) <= tolerance;
}

function gap(got: Reading, wanted: Reading, at: number): number {
  const distance = Math.abs(got.values[at]! - wanted.values[at]!);
  return Number.isNaN(distance) ? Infinity : distance;
}

/** The index along each axis of the n-th value in row-major order. */
export function indexOf(at: number, shape: readonly number[]): number[] {
  let rest = at;
  return [...shape]
    .reverse()
    .map((extent) => {
      const index = rest % extent;
      rest = Math.floor(rest / extent);
      return index;
    })
    .reverse();
}
