import { LIMITS } from '@/lib/protocol';
import type { Output } from '@/lib/protocol';
import { checkLength } from './check-size';
import * as tf from './tf';
import type { TableLike } from './types/show';
import { clipped } from './walk';

export type TableOutput = Extract<Output, { kind: 'table' }>;
type Cell = TableOutput['rows'][number][number];

const LONGEST_CELL = 500;

/**
 * Rows, columns by name, or a table of `data`, as the output that shows it.
 * @throws {TypeError} if it is none of these, or columns differ in length.
 * @throws {RangeError} if the caption or a column's name is too long.
 */
export function tableOutput(table: TableLike, caption: unknown = ''): TableOutput {
  const output = read(table);
  for (const name of output.columns) {
    checkLength('show.table: the name of a column', name, LIMITS.name);
  }
  return { ...output, caption: checkLength('show.table: the caption', caption, LIMITS.caption) };
}

/** The same for the console, which cuts long names. */
export function consoleTable(table: TableLike): TableOutput {
  const output = read(table);
  return { ...output, columns: output.columns.map((name) => clipped(name, LIMITS.name)) };
}

function read(table: TableLike): TableOutput {
  if (typeof table !== 'object' || table === null) {
    throw new TypeError(`show.table needs rows or columns, but got ${String(table)}.`);
  }
  if (table instanceof tf.Tensor) {
    throw new TypeError(
      'show.table needs rows or columns. Show a tensor with display or show.matrix.',
    );
  }
  if (Array.isArray(table)) return fromRows(table);
  const { columns, rows } = table as { columns?: unknown; rows?: unknown };
  if (Array.isArray(columns) && Array.isArray(rows)) return fromRows(rows, columns);
  return fromColumns(table as Record<string, ArrayLike<unknown>>);
}

function fromRows(all: readonly object[], names?: string[]): TableOutput {
  const length = lengthOf(all, 'it');
  const shown = first(all, LIMITS.tableRows);
  const keys = first(names ?? keysOf(shown), LIMITS.tableColumns);
  const rows = shown.map((row) => keys.map((key) => toCell(member(row, key))));
  const columns = keys.map(String);
  return { kind: 'table', caption: '', columns, rows, omitted: length - shown.length };
}

/** Without holes, which the page does not take. */
function first<T>(items: readonly T[], most: number): T[] {
  return Array.from(items.slice(0, most));
}

/** Every key of any row, in the order of first appearance; a row that is no object is one value. */
function keysOf(rows: readonly object[]): string[] {
  const keys = new Set<string>();
  for (const row of rows) {
    for (const key of isRecord(row) ? Object.keys(row) : ['value']) keys.add(key);
  }
  return [...keys];
}

function member(row: unknown, key: string): unknown {
  if (!isRecord(row)) return key === 'value' ? row : undefined;
  return row[key];
}

function fromColumns(table: Record<string, ArrayLike<unknown>>): TableOutput {
  const columns = Object.keys(table).slice(0, LIMITS.tableColumns);
  const lengths = columns.map((name) => lengthOf(table[name], name));
  const length = lengths[0] ?? 0;
  const odd = lengths.findIndex((other) => other !== length);
  if (odd > 0) {
    throw new TypeError(
      `show.table: column ${columns[odd]} has ${lengths[odd]} values, but ${columns[0]} has ${length}.`,
    );
  }
  const shown = Math.min(length, LIMITS.tableRows);
  const rows = Array.from({ length: shown }, (_, row) =>
    columns.map((name) => toCell(table[name]?.[row])),
  );
  return { kind: 'table', caption: '', columns, rows, omitted: length - shown };
}

function lengthOf(column: unknown, name: string): number {
  const length = typeof column === 'string' ? undefined : (column as ArrayLike<unknown>)?.length;
  if (Number.isSafeInteger(length) && (length as number) >= 0) return length as number;
  throw new TypeError(
    `show.table: ${name} is not a list of values. Give rows, like [{ a: 1 }], or columns, like { a: [1] }.`,
  );
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  const text = cellText(value);
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}

function cellText(value: unknown): string {
  try {
    return Array.isArray(value) ? value.slice(0, LONGEST_CELL).join(', ') : String(value);
  } catch {
    return 'a value that can’t be read';
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
