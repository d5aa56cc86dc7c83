'use client';

import { useState } from 'react';
import { formatNumber } from '@/lib/figures/format';
import { formatTime } from '@/lib/lesson/format-time';
import { exactTime, timeAgo } from '@/lib/lesson/past-time';
import type { RunLedger } from '@/lib/lesson/runs/run-ledger';
import type { RunRecord } from '@/lib/lesson/runs/run-record';
import { lastValues, originOf, settingOf, type RunsTable } from '@/lib/lesson/runs/runs-table';
import styles from './runs.module.css';
import { withSeed } from '@/lib/lesson/runs/with-seed';

type Props = {
  run: RunRecord;
  /** The run before it, if any. */
  before: RunRecord | undefined;
  table: RunsTable;
  drawn: boolean;
  onDraw(drawn: boolean): void;
  ledger: RunLedger;
};

const STATUS = { done: '', stopped: 'stopped', error: 'failed' } as const;

/** One run: what can be done with it, what of its settings differs from others, and what it came to. */
export function RunRow({ run, before, table, drawn, onDraw, ledger }: Props) {
  const values = lastValues(run);
  const edited = before !== undefined && before.codeHash !== run.codeHash ? 'code edited' : '';
  const notes = [STATUS[run.status], originOf(run), edited].filter((note) => note !== '');
  return (
    <tr>
      <th scope="row" abbr={`Run ${run.number}`} className={styles.run}>
        <div className={styles.head}>
          <label className={styles.drawn}>
            <input
              type="checkbox"
              aria-label={`Draw run ${run.number}`}
              checked={drawn}
              disabled={run.points.length === 0}
              onChange={(event) => onDraw(event.target.checked)}
            />
            {run.number}
          </label>
          <NameField key={run.name} run={run} ledger={ledger} />
        </div>
        <RunActs run={run} ledger={ledger} />
        {notes.length > 0 && <span className={styles.note}>{notes.join(', ')}</span>}
      </th>
      {table.differing.map((name) => {
        const value = settingOf(withSeed(run), name);
        const isNew = before !== undefined && value !== settingOf(withSeed(before), name);
        return (
          <td key={name} className={styles.setting} data-new={isNew || undefined}>
            {value ?? '–'}
            {isNew && <span className={styles.unseen}> (changed)</span>}
          </td>
        );
      })}
      {table.metrics.map((metric) => (
        <td key={metric} data-number="">
          {values[metric] === undefined ? '' : formatNumber(values[metric])}
        </td>
      ))}
      <td data-number="">
        {run.ms !== null && formatTime(run.ms)}
        {run.device !== null && <span className={styles.note}>{run.device}</span>}
      </td>
      <td>
        <Ended at={run.at} />
      </td>
    </tr>
  );
}

function RunActs({ run, ledger }: Pick<Props, 'run' | 'ledger'>) {
  return (
    <div className={styles.acts}>
      <button
        type="button"
        aria-pressed={run.pinned}
        aria-label={`Pin run ${run.number}`}
        title="A pinned run is never left out to make room"
        onClick={() => ledger.pin(run, !run.pinned)}
      >
        {run.pinned ? 'Pinned' : 'Pin'}
      </button>
      <button
        type="button"
        aria-label={`Delete run ${run.number}`}
        onClick={() => ledger.delete(run)}
      >
        Delete
      </button>
    </div>
  );
}

function Ended({ at }: { at: number }) {
  const [now] = useState(() => Date.now());
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {timeAgo(at, now)}
    </time>
  );
}

/** Kept when it is left, or with Enter. */
function NameField({ run, ledger }: Pick<Props, 'run' | 'ledger'>) {
  const [text, setText] = useState(run.name);
  const keep = () => {
    if (text.trim() !== run.name) ledger.rename(run, text);
  };
  return (
    <input
      className={styles.name}
      aria-label={`Name of run ${run.number}`}
      placeholder="Name it"
      maxLength={60}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
