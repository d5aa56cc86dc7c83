import { useMemo } from 'react';
import { type TableColumn, tableColumns } from '@/lib/lesson/table-columns';
import { tablePage } from '@/lib/lesson/table-page';
import type { Output } from '@/lib/protocol';
import { LatePages } from './late-pages';
import { ScrollBox } from './scroll-box';
import styles from './table.module.css';

export type Table = Extract<Output, { kind: 'table' }>;

/** A table; one of many rows shows the first of them, and more when asked for. A server can render it. */
export function TableView({ table }: { table: Table }) {
  const { rows, button } = tablePage(table.rows.length, 1);
  if (button === null) return <TableBlock table={table} rows={rows} more={null} />;
  const more = { words: button.words, onPress: null };
  const first = <TableBlock table={table} rows={rows} more={more} />;
  return <LatePages table={table} meanwhile={first} />;
}

type Props = {
  table: Table;
  /** So many are drawn. */
  rows: number;
  /** The button beneath; null for none. It can't be pressed before there is something to do it. */
  more: { words: string; onPress: (() => void) | null } | null;
};

/** The first rows of a table, whose head stays in view while it scrolls inside itself. */
export function TableBlock({ table, rows, more }: Props) {
  const columns = useMemo(() => tableColumns(table.columns, table.rows), [table]);
  const total = table.rows.length + table.omitted;
  return (
    <div className={styles.block}>
      <ScrollBox label={table.caption === '' ? 'Table' : `Table: ${table.caption}`}>
        <table className={styles.table}>
          {table.caption !== '' && <caption>{table.caption}</caption>}
          <thead>
            <tr>
              {columns.map(({ name, numeric }, index) => (
                <th key={index} scope="col" className={numeric ? styles.number : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, rows).map((_, row) => (
              <tr key={row}>
                {columns.map((column, index) => (
                  <Cell key={index} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows < total && (
        <p className={styles.note}>
          {rows.toLocaleString('en')} of {total.toLocaleString('en')} rows shown
        </p>
      )}
      {/* It stays when all rows are there, so that the focus has a place. */}
      {more !== null && (
        <button
          type="button"
          className={styles.more}
          data-needs-scripting
          disabled={more.onPress === null}
          onClick={more.onPress ?? undefined}
        >
          {more.words}
        </button>
      )}
    </div>
  );
}

function Cell({ column, row }: { column: TableColumn; row: number }) {
  const text = column.cells[row] ?? null;
  return (
    <td className={column.numeric ? styles.number : undefined}>
      {text === null ? <span className={styles.none}>none</span> : text}
    </td>
  );
}
