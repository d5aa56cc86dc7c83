import { tableColumns } from '@/lib/lesson/table-columns';
import type { Output } from '@/lib/protocol';

export type TableOutput = Extract<Output, { kind: 'table' }>;

/** A table as aligned text: numbers to the right, a rule under the names. */
export function tableText({ caption, columns: names, rows, omitted }: TableOutput): string {
  const columns = tableColumns(names, rows).map(({ name, numeric, cells }) => {
    const texts = [name, ...cells.map((cell) => cell ?? '')].map(oneLine);
    return alignColumn(texts, numeric);
  });
  const lines = Array.from({ length: rows.length + 1 }, (_, row) =>
    columns.map((column) => column[row]).join('  '),
  );
  const [head = '', ...body] = lines;
  const rule = '-'.repeat(head.length);
  const parts = [caption, head, rule, ...body, omittedRows(omitted)];
  return parts.filter((line) => line !== '').join('\n');
}

/** "and 12 more rows"; empty for none. */
export function omittedRows(omitted: number): string {
  if (omitted === 0) return '';
  return `and ${omitted.toLocaleString('en')} more ${omitted === 1 ? 'row' : 'rows'}`;
}

/** The texts padded to the length of the longest. */
export function alignColumn(texts: readonly string[], right: boolean): string[] {
  const width = texts.reduce((most, text) => Math.max(most, text.length), 0);
  return texts.map((text) => (right ? text.padStart(width) : text.padEnd(width)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
