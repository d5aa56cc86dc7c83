import { tensorGrid, type GridSlice } from '@/lib/lesson/tensor-grid';
import { primitiveText, tensorPreview, valuePreview } from '@/lib/lesson/value-preview';
import type { TensorPreview, ValueTree } from '@/lib/protocol';
import { alignColumn } from './table-text';

/** What still stands on one line. */
const ROOM = 96;

/** A value as text: one line where it fits, else an entry a line; a tensor with its first values. */
export function valueText(value: ValueTree): string {
  return lines(value, 0).join('\n');
}

/** One line of the console. Strings that stand by themselves are not quoted; what takes several lines has its own. */
export function consoleText(parts: readonly ValueTree[]): string {
  const texts = parts.map((part) => (isText(part) ? part.text : valueText(part)));
  const tall = parts.some((part, at) => !isText(part) && texts[at]?.includes('\n'));
  return texts.join(tall ? '\n' : ' ');
}

function isText(value: ValueTree): value is Extract<ValueTree, { type: 'primitive' }> {
  return value.type === 'primitive' && value.kind === 'string';
}

function lines(value: ValueTree, depth: number): string[] {
  switch (value.type) {
    case 'primitive':
      return [primitiveText(value.kind, value.text)];
    case 'function':
    case 'opaque':
    case 'error':
      return [valuePreview(value, Infinity)];
    case 'tensor':
      return tensorLines(value.tensor);
    case 'object':
      return objectLines(value, depth);
    default:
      return value satisfies never;
  }
}

function objectLines(value: Extract<ValueTree, { type: 'object' }>, depth: number): string[] {
  // The preview shortens each entry to a third of its room.
  const short = valuePreview(value, ROOM * 3);
  if (short.length <= ROOM - 2 * depth && !short.includes('…')) return [short];
  const inside = value.entries.flatMap((entry) => entryLines(entry, depth + 1));
  const more = value.omitted > 0 ? [`and ${value.omitted.toLocaleString('en')} more`] : [];
  return [value.name, ...[...inside, ...more].map((line) => `  ${line}`)];
}

function entryLines(entry: { key: string; value: ValueTree }, depth: number): string[] {
  const [first = '', ...rest] = lines(entry.value, depth);
  return [`${entry.key}: ${first}`, ...rest];
}

function tensorLines(tensor: TensorPreview): string[] {
  const head = tensorPreview(tensor);
  if (tensor.disposed || tensor.shape.length === 0) return [head];
  const { slices, note } = tensorGrid(tensor);
  return [head, ...slices.flatMap(sliceLines), ...(note === '' ? [] : [note])];
}

function sliceLines({ label, rows }: GridSlice): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const columns = Array.from({ length: width }, (_, at) =>
    alignColumn(
      rows.map((row) => row.cells[at] ?? ''),
      true,
    ),
  );
  const grid = rows.map((_, row) => columns.map((column) => column[row]).join('  '));
  return label === '' ? grid : [label, ...grid];
}
