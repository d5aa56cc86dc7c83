import type { Key } from './figure-module';

type Place = { row: number; column: number };

/** One cell in the key's direction, or to the row's ends; without a place yet, the first cell. */
export function moveInGrid(from: Place | null, key: Key, rows: number, columns: number): Place {
  if (!from) return { row: 0, column: 0 };
  const { row, column } = from;
  const to: Record<Key, Place> = {
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    home: { row, column: 0 },
    end: { row, column: columns - 1 },
  };
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: clamp(to[key].row, rows), column: clamp(to[key].column, columns) };
}
