import * as tf from './tf';
import { nameOf } from './walk';

/** Numbers that are read of a tensor, entries that are named of an object. */
export const FIRST = 8;
/** Characters of a text inside something else. */
export const INNER_TEXT = 30;

export const count = (number: number, what: string) =>
  `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;

/** Of a class of TensorFlow.js, its own name for itself, since bundlers shorten class names. */
export function className(value: object): string {
  if (value instanceof tf.History) return 'History';
  return value instanceof tf.serialization.Serializable
    ? String(value.getClassName())
    : nameOf(value);
}

/** "{ epochs: 3, model: Sequential }" */
export function membersText(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  const members = value as Record<string, unknown>;
  const texts = keys.slice(0, FIRST).map((key) => `${key}: ${innerText(members[key])}`);
  return `{ ${withRest(texts, keys.length)} }`;
}

/** Of a map its keys, of a set its items. */
export function entriesText(entries: readonly unknown[]): string {
  const texts = entries.slice(0, FIRST).map(innerText);
  const held = entries.length === 1 ? '1 entry' : `${entries.length.toLocaleString('en')} entries`;
  return `${held}: ${withRest(texts, entries.length)}`;
}

export function listText(texts: readonly string[], size: number): string {
  return `[${withRest(texts, size)}]`;
}

function withRest(texts: readonly string[], size: number): string {
  return [...texts, ...(size > texts.length ? ['…'] : [])].join(', ');
}

/** What stands inside something else: its kind, where it is not a plain value. */
export function innerText(value: unknown): string {
  if (typeof value === 'function') return 'function';
  if (typeof value !== 'object' || value === null) return primitiveText(value, INNER_TEXT);
  if (value instanceof tf.Tensor) return `Tensor [${value.shape.join(', ')}]`;
  if (ArrayBuffer.isView(value) && 'length' in value)
    return `${nameOf(value)}(${String(value.length)})`;
  return className(value);
}

export function primitiveText(value: unknown, most: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > most ? `${value.slice(0, most)}…` : value);
    case 'number':
      return numberText(value);
    case 'bigint':
      return `${value}n`;
    default:
      return String(value);
  }
}

/** To six digits, which is what a 32-bit float has. */
export const numberText = (value: number) =>
  String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
