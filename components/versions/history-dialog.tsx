'use client';

import { useEffect, useState } from 'react';
import { Dialog } from '@/components/transfer/dialog';
import dialog from '@/components/transfer/dialog.module.css';
import type { CellSnapshot } from '@/lib/kernel/state';
import { differenceWords } from '@/lib/lesson/line-diff';
import { exactTime, timeAgo } from '@/lib/lesson/past-time';
import type { Version, Versions } from '@/lib/lesson/versions';
import { CodeDiff } from './code-diff';
import styles from './history-dialog.module.css';

type Props = { cell: CellSnapshot; versions: Versions; onClose: () => void };

/** A former state to go back to; the lesson's own code has no time. */
type Entry = { code: string; version: Version | null };

/** What a cell's code was before, each against what it is now, and the way back to it. */
export function HistoryDialog({ cell, versions, onClose }: Props) {
  const entries = useEntries(cell, versions);
  const [chosen, setChosen] = useState(0);
  const entry = entries?.[chosen];
  const goBack = ({ code, version }: Entry) => {
    versions.goBackTo(cell.id, version ?? { code, changed: 0 });
    onClose();
  };
  return (
    <Dialog title={`History of “${cell.title}”`} wide onClose={onClose}>
      {entries === null && <p role="status">Looking…</p>}
      {entries?.length === 0 && <p>No other version of this cell is kept yet.</p>}
      {entries !== null && entry !== undefined && (
        <>
          <List entries={entries} present={cell.code} chosen={chosen} onChoose={setChosen} />
          <CodeDiff
            before={cell.code}
            after={entry.code}
            names={['Now', entry.version === null ? 'The lesson’s own' : 'Then']}
            of={cell.title}
          />
          <div className={dialog.actions}>
            <button type="button" className={dialog.primary} onClick={() => goBack(entry)}>
              Go back to this
            </button>
          </div>
          <p className={styles.hint}>The code as it is now stays in the history.</p>
        </>
      )}
    </Dialog>
  );
}

/** Null until they are read. */
function useEntries({ id, code, original }: CellSnapshot, versions: Versions): Entry[] | null {
  const [former, setFormer] = useState<readonly Version[] | null>(null);
  useEffect(() => {
    let stale = false;
    void versions.history(id).then((found) => {
      if (!stale) setFormer(found);
    });
    return () => {
      stale = true;
    };
  }, [versions, id]);
  if (former === null) return null;
  const entries = former
    .filter((version) => version.code !== code)
    .map((version): Entry => ({ code: version.code, version }));
  return code === original ? entries : [...entries, { code: original, version: null }];
}

type ListProps = {
  entries: readonly Entry[];
  present: string;
  chosen: number;
  onChoose: (at: number) => void;
};

function List({ entries, present, chosen, onChoose }: ListProps) {
  const [now] = useState(() => Date.now());
  return (
    <fieldset className={styles.list}>
      <legend className={styles.hint}>Versions, the newest first</legend>
      {entries.map(({ code, version }, at) => (
        <label key={at}>
          <input
            type="radio"
            name="version"
            checked={at === chosen}
            onChange={() => onChoose(at)}
          />
          <span>
            {version === null ? 'The lesson’s own code' : <Time then={version.changed} now={now} />}
            <span className={styles.detail}>{differenceWords(present, code)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Time({ then, now }: { then: number; now: number }) {
  return (
    <>
      {timeAgo(then, now)}{' '}
      <time className={styles.detail} dateTime={new Date(then).toISOString()}>
        {/* Runs follow each other within a minute. */}
        {exactTime(then, 'medium')}
      </time>
    </>
  );
}
