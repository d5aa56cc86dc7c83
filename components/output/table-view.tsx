'use client';

import { useMemo, useState } from 'react';
import type { Output } from '@/lib/protocol';
import { type TableColumn, tableColumns } from '@/lib/lesson/table-columns';
import { tablePage } from '@/lib/lesson/table-page';
import { ScrollBox } from './scroll-box';
import styles from './table.module.css';

type Props = { table: Extract<Output, { kind: 'table' }> };

/** A table whose head stays in view while it scrolls inside itself. Its first rows are drawn, more when asked for. */
export function TableView({ table }: Props) {
  const [pages, setPages] = useState(1);
  const columns = useMemo(() => tableColumns(table.columns, table.rows), [table]);
  const { rows, button } = tablePage(table.rows.length, pages);
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
      {button !== null && (
        <button
          type="button"
          className={styles.more}
          data-needs-scripting
          onClick={() => setPages(button.pages)}
        >
          {button.words}
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
