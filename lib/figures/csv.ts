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
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
