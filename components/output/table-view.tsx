import type { Output } from '@/lib/protocol';
import { type TableColumn, tableColumns } from '@/lib/lesson/table-columns';
import { ScrollBox } from './scroll-box';
import styles from './table.module.css';

type Props = { table: Extract<Output, { kind: 'table' }> };

/** A table whose head stays in view while it scrolls inside itself. */
export function TableView({ table }: Props) {
  const columns = tableColumns(table.columns, table.rows);
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
            {table.rows.map((_, row) => (
              <tr key={row}>
                {columns.map((column, index) => (
                  <Cell key={index} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {table.omitted > 0 && (
        <p className={styles.note}>
          {table.rows.length.toLocaleString('en')} of {total.toLocaleString('en')} rows shown
        </p>
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
