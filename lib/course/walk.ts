import { LIMITS, type ValueTree } from '@/lib/protocol';

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

/** The text in at most `most` characters, the last of which says that there was more. */
export function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** A name or a key: short enough for the page, and "…" when the walk has no room left for it. */
export function label(text: string, walk: Pick<Walk, 'characters'>, most: number): string {
  const short = clipped(text, most);
  if (short.length > walk.characters) return '…';
  walk.characters -= short.length;
  return short;
}

export type Entry = { key: string; value: ValueTree };

/** `omitted`: as the object counts itself, which need not be a count if a class or a proxy says it. */
export function objectTree(name: string, entries: Entry[], omitted: number, walk: Walk): ValueTree {
  const more = Number.isSafeInteger(omitted) ? Math.max(0, omitted) : 0;
  return { type: 'object', name: label(name, walk, LIMITS.name), entries, omitted: more };
}

export function keyOf(text: string, walk: Walk): string {
  return label(text, walk, LIMITS.key);
}

export function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'an error that can’t be read';
  }
}
