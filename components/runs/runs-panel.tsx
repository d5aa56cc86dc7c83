'use client';

import { useState } from 'react';
import { fileName, saveFile } from '@/components/figure/save-file';
import { Scroller } from '@/components/notebook/scroller';
import { toCsv } from '@/lib/figures/csv';
import type { Table } from '@/lib/figures/figure-module';
import type { RunLedger } from '@/lib/lesson/runs/run-ledger';
import type { RunRecord } from '@/lib/lesson/runs/run-record';
import { runsFile, runsTable } from '@/lib/lesson/runs/runs-table';
import { curvesFile } from '@/lib/lesson/runs/curves-file';
import { RunCurves } from './run-curves';
import { RunRow } from './run-row';
import styles from './runs.module.css';
import { withSeed } from '@/lib/lesson/runs/with-seed';

type Props = {
  title: string;
  runs: readonly RunRecord[];
  deleted: RunRecord | null;
  refused: string | null;
  ledger: RunLedger;
};

/** Curves of this many of the newest runs are drawn before the reader has chosen. */
const DRAWN = 4;

/** All runs of a cell, side by side: what they were set to, how they went, and their curves in one drawing. */
export function RunsPanel({ title, runs, deleted, refused, ledger }: Props) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const drawsUnasked = new Set(runs.slice(-DRAWN).map(({ id }) => id));
  const isDrawn = ({ id }: RunRecord) => chosen.get(id) ?? drawsUnasked.has(id);
  const table = runsTable(runs.map(withSeed));
  const newestFirst = [...runs].reverse();
  return (
    <>
      {refused !== null && <p className={styles.refused}>{refused}</p>}
      <RunCurves runs={runs.filter(isDrawn)} metrics={table.metrics} />
      {table.common.length > 0 && (
        <p className={styles.common}>
          {runs.length > 1 ? 'The same in all: ' : 'Set to: '}
          {table.common.map(([name, value]) => `${name} ${value}`).join(' · ')}
        </p>
      )}
      <Scroller label="Table of runs">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.run}>
                Run <span className={styles.note}>ticked: drawn</span>
              </th>
              {table.differing.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {table.metrics.map((metric) => (
                <th key={metric} scope="col" data-number="">
                  {metric}
                </th>
              ))}
              <th scope="col" data-number="">
                Took
              </th>
              <th scope="col">Ended</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((run, at) => (
              <RunRow
                key={run.id}
                run={run}
                before={newestFirst[at + 1]}
                table={table}
                drawn={isDrawn(run)}
                onDraw={(drawn) => setChosen(new Map(chosen).set(run.id, drawn))}
                ledger={ledger}
              />
            ))}
          </tbody>
        </table>
      </Scroller>
      <div className={styles.foot}>
        <button type="button" onClick={() => save([title, 'runs'], runsFile(runs))}>
          Export CSV
        </button>
        <button
          type="button"
          disabled={table.metrics.length === 0}
          onClick={() => save([title, 'curves'], curvesFile(runs))}
        >
          Curves as CSV
        </button>
        <p role="status">{deleted && `Deleted run ${deleted.number}.`}</p>
        {deleted && (
          <button type="button" onClick={ledger.undoDelete}>
            Undo
          </button>
        )}
      </div>
    </>
  );
}

function save(name: readonly string[], table: Table): void {
  const csv = new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' });
  saveFile(csv, fileName(name, 'csv'));
}
