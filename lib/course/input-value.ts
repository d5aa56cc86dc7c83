import type { ControlFile, ControlValue } from '@/lib/protocol';
import { parseCsv, type Csv } from './csv';
import { tableFrom } from './table';
import type { InputImage, InputPoint, InputTable } from './types/input';

type Value =
  number | string | boolean | Float32Array | InputPoint[] | InputTable | InputImage | null;

/** Read once: 20 MB take a while. */
const tables = new WeakMap<ControlFile, Csv>();

/**
 * What a cell gets for a control's value: a copy of its own, so that changing it changes nobody else's.
 *
 * @throws {Error} for a CSV file that can't be read, naming its line.
 */
export function inputValue(value: ControlValue): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Float32Array) return value.slice();
  if (!('kind' in value)) return value.map((point) => ({ ...point }));
  const { name } = value;
  if (value.kind === 'csv') return Object.assign(tableFrom(csvOf(value), name), { name });
  const { width, height, pixels } = value;
  return { name, width, height, pixels: pixels.slice() };
}

function csvOf(file: Extract<ControlFile, { kind: 'csv' }>): Csv {
  const known = tables.get(file);
  if (known !== undefined) return known;
  const csv = parseCsv(file.text, file.name);
  tables.set(file, csv);
  return csv;
}
