import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { KNOWN_FUNCTIONS } from './known-functions';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { FunctionsLike, FunctionsOptions } from './types/functions';

type FunctionData = FrameData['function'];
type Curve = FunctionData['curves'][number];
type Named = { name: string; known: string; of: (x: never) => unknown };

const FUNCTIONS = 12;
/** Over the default range a step is 0.05. */
const POINTS = 241;
/** Half the distance of two values for a difference: small against the bend of a function, large against rounding. */
const APART = { numbers: 1e-4, tensors: 1e-2 };

/**
 * Functions and their derivatives at evenly spaced points.
 * @throws {TypeError} if one is not a function of a number or of a tensor, or a range is none.
 */
export function functionsData(
  functions: FunctionsLike,
  options: FunctionsOptions = {},
): Soon<FunctionData> {
  const named = namedFunctions(functions);
  const [from, to] = rangeOf('range', options.range ?? [-6, 6]);
  const [low, high] = options.y ? rangeOf('y', options.y) : [NaN, NaN];
  const xs = Array.from({ length: POINTS }, (_, i) => from + ((to - from) * i) / (POINTS - 1));
  const curves = allSoon(named.map((one) => curveOf(one, xs)));
  return mapSoon(curves, (all) => ({ from, to, low, high, curves: all }));
}

function namedFunctions(functions: FunctionsLike): Named[] {
  const isObject = typeof functions === 'object' && functions !== null;
  const entries: [string, unknown][] = Array.isArray(functions)
    ? functions.map((name) => [String(name), name])
    : Object.entries(isObject ? functions : {});
  if (entries.length === 0) {
    throw new TypeError(
      "show.functions needs functions by name, like { relu: (x) => Math.max(0, x) }, or names, like ['relu', 'tanh'].",
    );
  }
  const remedy = 'Draw them in several figures.';
  const count = entries.length;
  checkCount('show.functions', { count, things: 'functions', most: FUNCTIONS, remedy });
  return entries.map(([name, of]) => namedFunction(name, of));
}

function namedFunction(name: string, of: unknown): Named {
  checkLength('show.functions: the name of a function', name, LIMITS.name);
  if (typeof of === 'function') return { name, known: '', of: of as Named['of'] };
  const known = typeof of === 'string' && Object.hasOwn(KNOWN_FUNCTIONS, of) ? of : null;
  if (known === null) {
    const names = Object.keys(KNOWN_FUNCTIONS).join(', ');
    throw new TypeError(
      `show.functions: ${String(of)} is not a function. Known names are: ${names}.`,
    );
  }
  return { name, known, of: KNOWN_FUNCTIONS[known as keyof typeof KNOWN_FUNCTIONS] as Named['of'] };
}

function rangeOf(what: string, range: readonly number[]): readonly [number, number] {
  const [from = NaN, to = NaN] = range;
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) return [from, to];
  throw new TypeError(
    `show.functions: ${what} is two numbers, the smaller first, like [-6, 6], but got [${String(range)}].`,
  );
}

function curveOf({ name, known, of }: Named, xs: number[]): Soon<Curve> {
  const base = { name, known };
  return takesNumbers(of)
    ? { ...base, ...ofNumbers(name, of as unknown as (x: number) => unknown, xs) }
    : mapSoon(ofTensor(name, of as unknown as (x: tf.Tensor) => unknown, xs), (curve) => ({
        ...base,
        ...curve,
      }));
}

/** Operations of TensorFlow.js give a tensor for a number too, so it is the answer that tells. */
function takesNumbers(of: Named['of']): boolean {
  return tf.tidy(() => {
    try {
      return typeof of(0.5 as never) === 'number';
    } catch {
      return false;
    }
  });
}

type Values = Pick<Curve, 'y' | 'slope' | 'method'>;

function ofNumbers(name: string, of: (x: number) => unknown, xs: number[]): Values {
  const at = (x: number) => {
    const y = of(x);
    if (typeof y === 'number') return y;
    throw new TypeError(`show.functions: ${name} gives no number at x = ${x}.`);
  };
  const h = APART.numbers;
  return {
    y: Float32Array.from(xs, at),
    slope: Float32Array.from(xs, (x) => (at(x + h) - at(x - h)) / (2 * h)),
    method: 'differences',
  };
}

function ofTensor(name: string, of: (x: tf.Tensor) => unknown, xs: number[]): Soon<Values> {
  const at = (x: tf.Tensor): tf.Tensor => {
    const y = of(x);
    if (y instanceof tf.Tensor && y.shape.join() === x.shape.join()) return y;
    throw new TypeError(
      `show.functions: ${name} must give a number for a number, or a tensor of the same shape for a tensor.`,
    );
  };
  let method: Values['method'] = 'automatic';
  const tensors = tf.tidy(() => {
    const x = tf.tensor1d(xs);
    const [slope, found] = slopeOf(at, x);
    method = found;
    return [at(x), slope];
  });
  const read = allSoon(tensors.map((tensor) => readFloats(tensor)));
  tf.dispose(tensors);
  return mapSoon(read, ([y, slope]) => ({
    y: y as Float32Array,
    slope: slope as Float32Array,
    method,
  }));
}

/** Some operations have no gradient; theirs are differences. */
function slopeOf(at: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor1D): [tf.Tensor, Values['method']] {
  try {
    return [tf.grad(at)(x), 'automatic'];
  } catch {
    const h = APART.tensors;
    return [tf.div(tf.sub(at(tf.add(x, h)), at(tf.sub(x, h))), 2 * h), 'differences'];
  }
}
