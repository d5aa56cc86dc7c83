import { readsAreAsync } from '@/lib/course/read-values';
import { functionText } from '@/lib/course/function-text';
import * as tf from '@/lib/course/tf';
import { isAsymmetric } from './vitest-expect';
import { isAlive, isRealTensor, readTensor, shapeOf, type Reading } from './real-tensor';

/** Numbers that a sentence can hold, and levels of nested lists. */
const FEW = 16;
const DEEPEST = 4;
const LONGEST = 160;

/** A number with as many digits as tell it from its neighbours in 32 bits. */
export function numberWords(value: number): string {
  if (Object.is(value, -0)) return '-0';
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(6)));
}

/** A value in a few words, for a sentence: `[0.5, 0.5]`, `tensor [64, 10]`, `{ units: 3 }`. Never throws. */
export function valueWords(value: unknown): string {
  try {
    return clip(wordsOf(value, DEEPEST));
  } catch {
    return 'a value that can’t be read';
  }
}

export const argumentWords = (values: readonly unknown[]): string =>
  clip(values.map(valueWords).join(', '));

/** Numbers that are known to have this shape, nested as they lie. */
export function readingWords({ shape, values }: Pick<Reading, 'shape' | 'values'>): string {
  if (values.length > FEW) return `tensor ${shapeWords(shape)}`;
  return nest(values.map(numberWords), shape);
}

export const shapeWords = (shape: readonly number[]) => `[${shape.join(', ')}]`;

function wordsOf(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'number':
      return numberWords(value);
    case 'string':
      return JSON.stringify(clip(value, 60));
    case 'bigint':
      return `${value}n`;
    case 'function':
      return functionText(value);
    case 'object':
      return value === null ? 'null' : objectWords(value, depth);
    default:
      return String(value);
  }
}

function objectWords(value: object, depth: number): string {
  if (isRealTensor(value)) return tensorWords(value);
  if (isAsymmetric(value)) return standInWords(value);
  if (depth === 0) return '…';
  if (Array.isArray(value) || isTyped(value)) return listWords(value, depth);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Promise) return 'a promise';
  if (value instanceof tf.LayersModel) return 'a model';
  if (value instanceof tf.layers.Layer) return `a layer ${value.getClassName()}`;
  const keys = Object.keys(value);
  const shown = keys.slice(0, 6).map((key) => {
    const { value: member } = Reflect.getOwnPropertyDescriptor(value, key) ?? {};
    return `${key}: ${wordsOf(member, depth - 1)}`;
  });
  const rest = keys.length > shown.length ? ['…'] : [];
  return keys.length === 0 ? '{}' : `{ ${[...shown, ...rest].join(', ')} }`;
}

/** `expect.closeTo(0.5)` and the like, which stand for a value. */
function standInWords(value: object & { sample?: unknown }): string {
  const { sample } = value;
  if (typeof sample === 'number') return `about ${numberWords(sample)}`;
  const what = typeof sample === 'function' ? sample.name : valueWords(sample);
  return sample === undefined ? 'anything' : `any ${what}`;
}

const isTyped = (value: object): value is Float32Array =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

function listWords(list: ArrayLike<unknown>, depth: number): string {
  const shown = Array.from({ length: Math.min(list.length, FEW) }, (_, at) =>
    wordsOf(list[at], depth - 1),
  );
  if (list.length > FEW) shown.push(`… ${list.length - FEW} more`);
  return `[${shown.join(', ')}]`;
}

function tensorWords(tensor: tf.Tensor): string {
  if (!isAlive(tensor)) return 'a disposed tensor';
  const isShort = tensor.size <= FEW && tensor.dtype !== 'string' && tensor.dtype !== 'complex64';
  if (!isShort || readsAreAsync()) return `tensor ${shapeWords(shapeOf(tensor))}`;
  return readingWords(readTensor(tensor) as Reading);
}

function nest(texts: readonly string[], shape: readonly number[]): string {
  const [length, ...inner] = shape;
  if (length === undefined) return texts[0] ?? '';
  const size = inner.reduce((product, extent) => product * extent, 1);
  const rows = Array.from({ length }, (_, at) =>
    nest(texts.slice(at * size, (at + 1) * size), inner),
  );
  return `[${rows.join(', ')}]`;
}

function clip(text: string, most = LONGEST): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
