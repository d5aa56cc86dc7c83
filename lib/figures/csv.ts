import type { Cell, Table } from './figure-module';

/**
 * RFC 4180, with a header row. A text that a spreadsheet would run as a formula is led by an
 * apostrophe (OWASP, "CSV Injection"): labels come from whoever wrote the cell.
 */
export function toCsv(table: Table): string {
  return (
    [table.columns, ...table.rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n'
  );
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(shortest(cell));
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A float32 in the fewest digits that still name it: -0.5148, not -0.5148000121116638. */
function shortest(value: number): number {
  if (Math.fround(value) !== value) return value;
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
