import { functionText } from './function-text';
import * as tf from './tf';
import {
  className,
  count,
  entriesText,
  FIRST,
  INNER_TEXT,
  innerText,
  listText,
  membersText,
  numberText,
  primitiveText,
} from './variable-text';
import { nameOf } from './walk';

/** What a variable is, before it is cut to fit. `shape` has -1 where a model takes any size. */
export type VariablePreview = { type: string; shape: readonly number[] | null; preview: string };

/** Characters of a text that are looked at at all. */
const LONGEST_TEXT = 200;

/** @throws whatever reading a hostile value throws. */
export async function variablePreview(value: unknown): Promise<VariablePreview> {
  if (typeof value === 'function')
    return { type: 'function', shape: null, preview: functionText(value) };
  if (typeof value !== 'object' || value === null) {
    const type = value === null ? 'null' : typeof value;
    const preview = type === 'number' ? String(value) : primitiveText(value, LONGEST_TEXT);
    return { type, shape: null, preview };
  }
  return value instanceof tf.Tensor ? tensorPreview(value) : objectPreview(value);
}

async function tensorPreview(tensor: tf.Tensor): Promise<VariablePreview> {
  const type = `${tensor instanceof tf.Variable ? 'Variable' : 'Tensor'} ${tensor.dtype}`;
  const { shape, size } = tensor;
  if (tensor.isDisposed) return { type, shape, preview: 'disposed' };
  const texts = await firstValues(tensor);
  const preview = shape.length === 0 ? (texts[0] ?? '') : listText(texts, size);
  return { type, shape, preview };
}

/** Awaited, since a graphics device may take its time. */
async function firstValues(tensor: tf.Tensor): Promise<string[]> {
  // A slice of complex numbers is not to be had on every device.
  if (tensor.dtype === 'complex64') return complexTexts(await tensor.data());
  const first = tf.tidy(() =>
    tf.slice(tf.reshape(tensor, [tensor.size]), 0, Math.min(FIRST, tensor.size)),
  );
  try {
    const values: ArrayLike<unknown> = await first.data();
    return Array.from(values, (value) =>
      tensor.dtype === 'bool' ? String(Boolean(value)) : primitiveText(value, INNER_TEXT),
    );
  } finally {
    first.dispose();
  }
}

/** Complex values come as pairs: real part, imaginary part. */
function complexTexts(pairs: ArrayLike<number>): string[] {
  return Array.from({ length: Math.min(FIRST, pairs.length / 2) }, (_, at) => {
    const [real = 0, imaginary = 0] = [pairs[2 * at], pairs[2 * at + 1]];
    return `${numberText(real)} ${imaginary < 0 ? '-' : '+'} ${numberText(Math.abs(imaginary))}i`;
  });
}

function objectPreview(value: object): VariablePreview {
  const preview = listPreview(value) ?? modelPreview(value);
  if (preview !== null) return preview;
  return { type: className(value), shape: null, preview: onlyText(value) };
}

function onlyText(value: object): string {
  if (value instanceof Date) return dateText(value);
  if (value instanceof RegExp) return String(value);
  if (value instanceof Error) return String(value.message);
  if (value instanceof Promise) return 'not awaited';
  if (value instanceof Map) return entriesText([...value.keys()]);
  if (value instanceof Set) return entriesText([...value]);
  return membersText(value);
}

const dateText = (date: Date) => (Number.isNaN(date.getTime()) ? 'invalid' : date.toISOString());

/** Arrays and typed arrays. */
function listPreview(value: object): VariablePreview | null {
  const isView = ArrayBuffer.isView(value) && !(value instanceof DataView);
  if (!isView && !Array.isArray(value)) return null;
  const items = value as ArrayLike<unknown>;
  const texts = Array.from({ length: Math.min(items.length, FIRST) }, (_, at) =>
    innerText(items[at]),
  );
  const type = Array.isArray(value) ? 'Array' : nameOf(value);
  return { type, shape: [items.length], preview: listText(texts, items.length) };
}

function modelPreview(value: object): VariablePreview | null {
  if (value instanceof tf.LayersModel) {
    const type = value instanceof tf.Sequential ? 'Sequential' : 'LayersModel';
    return {
      type,
      shape: outputShape(value),
      preview: `${count(value.layers.length, 'layer')}, ${parametersText(value)}`,
    };
  }
  if (value instanceof tf.layers.Layer) {
    return {
      type: className(value),
      shape: outputShape(value),
      preview: `${value.name}, ${parametersText(value)}`,
    };
  }
  if (value instanceof tf.Optimizer) {
    const { learningRate } = value as unknown as { learningRate?: unknown };
    const preview =
      typeof learningRate === 'number' ? `learning rate ${learningRate}` : 'an optimizer';
    return { type: className(value), shape: null, preview };
  }
  return null;
}

/** Null before the first layer or input has told it, and where there are several. */
function outputShape(container: tf.layers.Layer): number[] | null {
  try {
    const shape = container.outputShape;
    if (shape.length === 0 || shape.some((extent) => Array.isArray(extent))) return null;
    return (shape as (number | null)[]).map((extent) => extent ?? -1);
  } catch {
    return null;
  }
}

function parametersText(container: tf.layers.Layer): string {
  try {
    return count(container.countParams(), 'parameter');
  } catch {
    return 'not built yet';
  }
}
