import type { ConsoleLevel, ValueTree } from '@/lib/protocol';
import { formatParts } from './console-format';
import type { Host } from './host';
import { tableOutput } from './show-table';
import { snapshot } from './snapshot';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { TableLike } from './types/show';
import { bounded } from './walk';

const INDENT = '  ';
const DEEPEST = 20;

/**
 * The `console` of a reader's cell: what it prints becomes outputs. Groups indent, timers and counters
 * work; `clear` does nothing, since a cell's output is a record.
 */
export function consoleFor(host: Pick<Host, 'output'>, now = () => performance.now()): Console {
  let depth = 0;
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();

  function print(level: ConsoleLevel, values: readonly unknown[]) {
    const parts = formatParts(values).map((part) =>
      'text' in part ? textTree(part.text) : snapshot(part.value),
    );
    const indented = depth === 0 ? parts : [textTree(INDENT.repeat(depth)), ...parts];
    host.output(mapSoon(allSoon(indented), (trees) => ({ kind: 'console', level, parts: trees })));
  }

  function table(rows: unknown) {
    if (typeof rows !== 'object' || rows === null || rows instanceof tf.Tensor) {
      return print('log', [rows]);
    }
    try {
      host.output(tableOutput(rows as TableLike));
    } catch {
      // An object of objects, or of single values: one row for each key.
      host.output(
        tableOutput(Object.entries(rows).map(([key, row]) => ({ index: key, ...toRow(row) }))),
      );
    }
  }

  function group(...values: unknown[]) {
    if (values.length > 0) print('log', values);
    depth = Math.min(depth + 1, DEEPEST);
  }

  function elapsed(label: string, values: readonly unknown[] = []) {
    const start = starts.get(label);
    if (start === undefined) return print('warn', [`There is no timer “${label}”.`]);
    print('log', [`${label}: ${(now() - start).toFixed(1)} ms`, ...values]);
  }

  const methods = {
    log: (...values: unknown[]) => print('log', values),
    info: (...values: unknown[]) => print('info', values),
    debug: (...values: unknown[]) => print('debug', values),
    warn: (...values: unknown[]) => print('warn', values),
    error: (...values: unknown[]) => print('error', values),
    trace: (...values: unknown[]) => print('log', ['Trace:', ...values]),
    dir: (value: unknown) => print('log', [value]),
    dirxml: (...values: unknown[]) => print('log', values),
    assert(condition?: unknown, ...values: unknown[]) {
      if (!condition) print('error', ['Assertion failed:', ...values]);
    },
    table,
    group,
    groupCollapsed: group,
    groupEnd: () => void (depth = Math.max(0, depth - 1)),
    count(label = 'default') {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print('log', [`${label}: ${counts.get(label)}`]);
    },
    countReset: (label = 'default') => void counts.delete(label),
    time: (label = 'default') => void starts.set(label, now()),
    timeLog: (label = 'default', ...values: unknown[]) => elapsed(label, values),
    timeEnd(label = 'default') {
      elapsed(label);
      starts.delete(label);
    },
    timeStamp: () => {},
    profile: () => {},
    profileEnd: () => {},
    clear: () => {},
  };
  return methods as unknown as Console;
}

function textTree(text: string): ValueTree {
  return { type: 'primitive', kind: 'string', text: bounded(text, { characters: Infinity }) };
}

function toRow(row: unknown): object {
  return typeof row === 'object' && row !== null ? row : { value: row };
}
