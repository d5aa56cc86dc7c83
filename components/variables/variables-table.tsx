'use client';

import { CellLink } from '@/components/cell/cell-link';
import { type VariableGroup, type VariableRow, variableTable } from '@/lib/lesson/variable-table';
import { useStableValue } from './use-stable-value';
import { useWatchedVariables } from './use-watched-variables';
import styles from './variables-table.module.css';

/** Every variable of the page with its cell, type, shape, bytes and first values; follows each run. */
export function VariablesTable() {
  useWatchedVariables();
  const { groups, total } = useStableValue(variableTable);
  if (groups.length === 0) {
    return (
      <p className={styles.empty}>
        No variables yet. Run a cell, and what it declares is listed here.
      </p>
    );
  }
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.spoken}>Variables by cell</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Shape</th>
            <th scope="col">Bytes</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.cell} group={group} />
        ))}
      </table>
      <p className={styles.total}>{total}</p>
    </>
  );
}

function Group({ group: { cell, title, mark, rows } }: { group: VariableGroup }) {
  return (
    <tbody data-mark={mark || undefined}>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.cell}>
          <CellLink cell={cell}>{title}</CellLink>
          {mark !== '' && <span className={styles.mark}>{mark}</span>}
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.name} row={row} />
      ))}
    </tbody>
  );
}

/** Two lines: its facts, and below them its first values over the whole width. */
function Row({ row: { name, type, shape, size, preview } }: { row: VariableRow }) {
  return (
    <>
      <tr className={styles.facts}>
        <th scope="row">
          <code>{name}</code>
        </th>
        <td>{type}</td>
        <td>{shape}</td>
        <td>{size}</td>
      </tr>
      <tr className={styles.preview}>
        <td colSpan={4}>
          <code title={preview}>{preview}</code>
        </td>
      </tr>
    </>
  );
}
