import type { TensorPreview, ValueTree } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import type { TensorValues } from './read-values';
import { readValues } from './read-values';
import type { Walk } from './walk';
import { bounded, messageOf, opaque } from './walk';
import type { Soon } from './soon';
import { mapSoon } from './soon';
import * as tf from './tf';

/** Larger tensors are not read whole: they show their first values, and no summary. */
const READ_WHOLE = 4_000_000;
const LONGEST_STRING = 200;

/** A preview of a tensor. Where reading is asynchronous it is filled in when `walk.pending` has settled. */
export function snapshotTensor(tensor: tf.Tensor, walk: Walk): ValueTree {
  const preview = emptyPreview(tensor);
  if (tensor.rank > LIMITS.rank) {
    return opaque(`${preview.name} ${preview.dtype} with ${tensor.rank} axes`, walk);
  }
  if (tensor.isDisposed) return { type: 'tensor', tensor: preview };
  try {
    const filled = mapSoon(readPart(tensor, walk), (values) => fill(preview, values));
    if (filled instanceof Promise) walk.pending.push(filled.catch(() => undefined));
  } catch (error) {
    return opaque(`${preview.name} ${preview.dtype}: ${messageOf(error)}`, walk);
  }
  return { type: 'tensor', tensor: preview };
}

function emptyPreview(tensor: tf.Tensor): TensorPreview {
  return {
    name: tensor instanceof tf.Variable ? 'Variable' : 'Tensor',
    dtype: tensor.dtype,
    shape: [...tensor.shape],
    disposed: tensor.isDisposed,
    values: [],
    size: tensor.size,
    summary: null,
  };
}

function readPart(tensor: tf.Tensor, walk: Walk): Soon<TensorValues> {
  if (tensor.size <= READ_WHOLE) return readValues(tensor, walk.isAsync);
  const first = tf.tidy(() => tf.slice(tf.reshape(tensor, [-1]), 0, LIMITS.tensorValues));
  try {
    return readValues(first, walk.isAsync);
  } finally {
    first.dispose();
  }
}

function fill(preview: TensorPreview, values: TensorValues): void {
  preview.values = firstValues(preview.dtype, values);
  const isWhole = values.length >= preview.size;
  const isNumeric = preview.dtype === 'float32' || preview.dtype === 'int32';
  if (isNumeric && isWhole && preview.size > 0) {
    preview.summary = summarize(values as Float32Array | Int32Array);
  }
}

function firstValues(dtype: string, values: TensorValues): (number | string)[] {
  if (dtype === 'complex64') return complexTexts(values as Float32Array, LIMITS.tensorValues);
  const first: (number | string)[] = Array.from<number | string>(
    values.slice(0, LIMITS.tensorValues) as ArrayLike<number | string>,
  );
  switch (dtype) {
    case 'bool':
      return first.map((value) => (value ? 'true' : 'false'));
    case 'string':
      return first.map((value) => bounded(String(value), { characters: LONGEST_STRING }));
    default:
      return first;
  }
}

/** Complex values come as pairs: real part, imaginary part. */
function complexTexts(pairs: Float32Array, count: number): string[] {
  const texts: string[] = [];
  for (let at = 0; at + 1 < pairs.length && texts.length < count; at += 2) {
    const [real = 0, imaginary = 0] = [pairs[at], pairs[at + 1]];
    texts.push(`${real} ${imaginary < 0 ? '-' : '+'} ${Math.abs(imaginary)}i`);
  }
  return texts;
}

/** Of the finite values; `min`, `max` and `mean` are NaN when there is none. */
function summarize(values: Float32Array | Int32Array): TensorPreview['summary'] {
  let [min, max, sum, count] = [Infinity, -Infinity, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    count += 1;
  }
  const nonFinite = values.length - count;
  if (count === 0) return { min: NaN, max: NaN, mean: NaN, nonFinite };
  return { min, max, mean: sum / count, nonFinite };
}
