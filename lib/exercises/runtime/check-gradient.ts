import * as tf from '@/lib/course/tf';
import { valueDetails } from './details';
import { Failure } from './failure';
import { numbersLater } from './numbers-of';
import { isRealTensor, type Reading } from './real-tensor';
import { indexOf, isClose } from './tensor-matchers';
import { numberWords, readingWords, shapeWords } from './words';

type Fn = (x: unknown) => unknown;
type Options = { tolerance?: number; step?: number };

/** Values of an input of which the slope is measured; of a larger one every n-th. */
const MOST = 64;

/**
 * Compares the gradient that `df` gives at `at` with the slopes of `f` by central differences:
 * (f(x + step) - f(x - step)) / (2 step) for each value of the input. Slopes are compared with `tolerance`, times the
 * slope where that is more than 1: 32-bit floats hold 7 digits, of which differences leave 3 or 4.
 */
export async function checkGradient(
  f: Fn,
  df: Fn,
  at: unknown,
  { tolerance = 1e-2, step = 1e-3 }: Options = {},
): Promise<void> {
  const point = await numbersLater(at);
  const given = await gradientAt(df, point);
  if (shapeWords(given.shape) !== shapeWords(point.shape)) {
    throw new Failure(
      `The gradient has the shape ${shapeWords(given.shape)}, but its input has the shape ${shapeWords(point.shape)}.`,
    );
  }
  const every = Math.ceil(point.values.length / MOST);
  for (let index = 0; index < point.values.length; index += every) {
    const slope = await slopeAt(f, point, index, step);
    const value = given.values[index]!;
    if (isClose(value, slope, tolerance * Math.max(1, Math.abs(slope)))) continue;
    const place =
      point.shape.length === 0 ? '' : ` in position ${shapeWords(indexOf(index, point.shape))}`;
    throw new Failure(
      `At ${readingWords(point)} the gradient is ${numberWords(value)}${place}, but the slope that central differences measure there is ${numberWords(slope)}.`,
      [
        ...valueDetails('The point', nested(point)),
        ...valueDetails('The gradient that came', nested(given)),
      ],
    );
  }
}

const nested = ({ shape, values }: Reading) => (shape.length === 0 ? values[0] : values);

async function gradientAt(df: Fn, point: Reading): Promise<Reading> {
  return await called('The gradient', df, point);
}

async function slopeAt(f: Fn, point: Reading, index: number, step: number): Promise<number> {
  const valueAt = async (shift: number) => {
    const values = point.values.map((value, at) => (at === index ? value + shift : value));
    const result = await called('The function', f, { ...point, values });
    if (result.values.length !== 1) {
      throw new Failure(
        `The function must give one number to have a gradient, but it gave the shape ${shapeWords(result.shape)}.`,
      );
    }
    return result.values[0]!;
  };
  return ((await valueAt(step)) - (await valueAt(-step))) / (2 * step);
}

/** Called with a tensor, or with a number where the point is one; nothing stays of what went in and came out. */
async function called(what: string, fn: Fn, { shape, values }: Reading): Promise<Reading> {
  const input = shape.length === 0 ? values[0] : tf.tensor(values, shape);
  const result = await fn(input);
  try {
    return await numbersLater(result);
  } catch (error) {
    throw new Failure(`${what} gave ${(error as Error).message}, expected numbers.`);
  } finally {
    if (typeof input !== 'number') tf.dispose(input);
    // A variable lives on, whoever gives it.
    if (isRealTensor(result) && !(result instanceof tf.Variable)) tf.dispose(result);
  }
}
