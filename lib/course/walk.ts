import type { ValueTree } from '@/lib/protocol';

/** A walk over one value: what it may still copy, what it is inside of, and what it is waiting for. */
export type Walk = {
  isAsync: boolean;
  /** Nodes and characters that may still be added, so that a wide and deep value stays small. */
  nodes: number;
  characters: number;
  /** The objects on the way down to here, to see circles. */
  path: object[];
  pending: Promise<void>[];
  /** Copies what is inside. */
  copy(value: unknown): ValueTree;
};

const LONGEST_STRING = 10_000;

/** The class of an object, as far as it can be told. */
export function nameOf(value: object): string {
  if (Array.isArray(value)) return `Array(${value.length})`;
  try {
    const { constructor } = value as { constructor?: { name?: unknown } };
    const name = typeof constructor === 'function' ? constructor.name : '';
    return typeof name === 'string' && name !== '' ? name : 'Object';
  } catch {
    return 'Object';
  }
}

export function opaque(text: string, walk: Walk): ValueTree {
  return { type: 'opaque', text: bounded(text, walk) };
}

export function primitive(
  kind: Extract<ValueTree, { type: 'primitive' }>['kind'],
  text: string,
  walk: Walk,
): ValueTree {
  return { type: 'primitive', kind, text: bounded(text, walk) };
}

/** The text as long as it may be; what is left out is counted. */
export function bounded(text: string, walk: Pick<Walk, 'characters'>): string {
  const length = Math.min(text.length, LONGEST_STRING, Math.max(0, walk.characters));
  walk.characters -= length;
  if (length === text.length) return text;
  return `${text.slice(0, length)}… (${text.length - length} more characters)`;
}

export function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'an error that can’t be read';
  }
}
