'use client';

import { useMemo } from 'react';
import {
  formatCount,
  formatNumber,
  type AnyHistory,
  type Cell,
  type Drawing,
  type Settings,
} from '@/lib/figures';
import styles from './figure-table.module.css';
import { withoutIdleStep } from './standing';

type Props = { id: string; drawing: Drawing; history: AnyHistory; at: number; set: Settings };

/** More rows than these nobody reads on a page; the CSV has them all. */
const ROWS = 200;

/** The numbers of the frame shown, in a box that scrolls by itself. */
export function FigureTable({ id, drawing, history, at, set }: Props) {
  const table = useMemo(
    () => drawing.table(withoutIdleStep(history), at, set),
    [drawing, history, at, set],
  );
  const omitted = table.rows.length - ROWS;
  return (
    <div
      id={id}
      className={styles.box}
      role="region"
      aria-label={`Table: ${table.caption}`}
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, i) => (
              <th key={i} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, ROWS).map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j} data-number={typeof cell === 'number' || undefined}>
                  {cellText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {omitted > 0 && (
        <p className={styles.more}>
          The first {ROWS} of {formatCount(table.rows.length)} rows; the CSV has all.
        </p>
      )}
    </div>
  );
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? formatCount(cell) : formatNumber(cell);
}
