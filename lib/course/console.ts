import { LIMITS, type ConsoleLevel } from '@/lib/protocol';
import { formatParts } from './console-format';
import type { Host } from './host';
import { consoleTable, type TableOutput } from './show-table';
import { snapshotAll } from './snapshot';
import { mapSoon } from './soon';
import * as tf from './tf';
import type { TableLike } from './types/show';

const INDENT = '  ';
/** What TensorFlow.js warns of although nothing is wrong: every recurrent layer of 45 units or more, made in milliseconds. */
const NEEDLESS = /^Orthogonal initializer is being called on a matrix with more than/;
const DEEPEST = 20;

/**
 * The `console` of a reader's cell: what it prints becomes outputs. Groups indent, timers and counters
 * work, and begin anew with each run; `clear` does nothing, since a cell's output is a record.
 */
export function consoleFor(
  host: Pick<Host, 'output' | 'run'>,
  now = () => performance.now(),
): Console {
  let depth = 0;
  let run = host.run();
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();

  /** What a former run left open must not show in this one. */
  function beginRun() {
    if (run === host.run()) return;
    run = host.run();
    depth = 0;
    counts.clear();
    starts.clear();
  }

  function print(level: ConsoleLevel, values: readonly unknown[]) {
    const parts = formatParts(values).map((part) => ('text' in part ? part.text : part.value));
    const indented = depth === 0 ? parts : [INDENT.repeat(depth), ...parts];
    const shown = snapshotAll(firstParts(indented));
    host.output(mapSoon(shown, (trees) => ({ kind: 'console', level, parts: trees })));
  }

  function table(rows: unknown) {
    if (typeof rows !== 'object' || rows === null || rows instanceof tf.Tensor) {
      return print('log', [rows]);
    }
    const output = tableOf(rows);
    if (output === null) print('log', [rows]);
    else host.output(output);
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
    warn(...values: unknown[]) {
      if (!NEEDLESS.test(String(values[0]))) print('warn', values);
    },
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
  for (const [name, method] of Object.entries(methods)) {
    Object.assign(methods, {
      [name](...values: unknown[]) {
        beginRun();
        return (method as (...values: unknown[]) => unknown)(...values);
      },
    });
  }
  return methods as unknown as Console;
}

/** As many as a line may have; the last one counts the others. */
function firstParts(parts: readonly unknown[]): readonly unknown[] {
  const most = LIMITS.valueEntries;
  if (parts.length <= most) return parts;
  return [...parts.slice(0, most - 1), `… (${parts.length - most + 1} more values)`];
}

/** Null for what is no table: the console shows everything and throws for nothing. */
function tableOf(rows: object): TableOutput | null {
  const attempts = [
    () => consoleTable(rows as TableLike),
    // An object of objects, or of single values: one row for each key.
    () => consoleTable(Object.entries(rows).map(([key, row]) => ({ index: key, ...toRow(row) }))),
  ];
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch {
      // The next one.
    }
  }
  return null;
}

function toRow(row: unknown): object {
  return typeof row === 'object' && row !== null ? row : { value: row };
}
