import { mapSoon, type Soon } from '@/lib/course/soon';
import { isRealTensor, readTensor, type Reading } from './real-tensor';

/**
 * The numbers of a tensor, of a number, or of nested lists of numbers.
 * @throws {TypeError} whose message says what it is instead.
 */
export function numbersOf(value: unknown): Soon<Reading> {
  if (isRealTensor(value)) return readTensor(value);
  if (value instanceof Promise) {
    throw new TypeError('a promise: put `await` before the call in the test');
  }
  const values: number[] = [];
  const shape = collect(value, values);
  return { shape, dtype: 'float32', values };
}

/** As `numbersOf`, for what may be promised. */
export async function numbersLater(value: unknown): Promise<Reading> {
  return await mapSoon(numbersOf(await value), (reading) => reading);
}

/** Adds the numbers below `value`; returns its shape. */
function collect(value: unknown, into: number[]): number[] {
  if (typeof value === 'number' || typeof value === 'boolean') {
    into.push(Number(value));
    return [];
  }
  if (!isList(value)) throw new TypeError(kindOf(value));
  const shapes = Array.from(value, (item) => collect(item, into));
  const [first = []] = shapes;
  const isEven = shapes.every((shape) => `${shape}` === `${first}`);
  if (!isEven) throw new TypeError('lists whose rows differ in length');
  return [value.length, ...first];
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

function kindOf(value: unknown): string {
  if (value === undefined) return 'undefined: does the function return its result?';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object that is no tensor' : `a ${typeof value}`;
}
