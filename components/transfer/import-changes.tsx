'use client';

import { useState } from 'react';
import { useLessonValue } from '@/components/lesson/use-lesson-value';
import type { ImportedChange, ImportPlan } from '@/lib/lesson/transfer/import-plan';
import type { CellId } from '@/lib/protocol';
import { Compare } from './compare';
import dialog from './dialog.module.css';
import styles from './import-changes.module.css';
import { useLessonStore } from './use-lesson-store';

type Plan = Extract<ImportPlan, { kind: 'this-lesson' }>;

/** The cells whose code is another in the file, each to be taken or left. */
export function ImportChanges({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const store = useLessonStore();
  const shared = useLessonValue((snapshot) => snapshot.shared);
  const [taken, setTaken] = useState(() => new Set(plan.changes.map(({ id }) => id)));
  const { changes, unknown } = plan;
  const toggle = (id: CellId) => setTaken((before) => toggled(before, id));
  const replace = () => {
    const replaced = changes.filter(({ id }) => taken.has(id));
    store.replace(Object.fromEntries(replaced.map(({ id, theirs }) => [id, theirs])));
    onClose();
  };
  if (shared) return <p>{BORROWED}</p>;
  return (
    <>
      <p>{countWords(changes.length)}</p>
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <Change
              key={change.id}
              change={change}
              taken={taken.has(change.id)}
              onToggle={() => toggle(change.id)}
            />
          ))}
        </ul>
      )}
      {unknown.length > 0 && <Unknown titles={unknown.map(({ title, id }) => title || id)} />}
      <div className={dialog.actions}>
        {changes.length > 0 && (
          <button
            type="button"
            className={dialog.primary}
            disabled={taken.size === 0}
            onClick={replace}
          >
            {taken.size === 1
              ? 'Replace the code of 1 cell'
              : `Replace the code of ${taken.size} cells`}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {changes.length > 0 ? 'Leave all as it is' : 'Done'}
        </button>
      </div>
    </>
  );
}

const BORROWED =
  'This page shows somebody’s code from a link. Go back to your own at the top of the lesson, then open the file again.';

function countWords(count: number): string {
  if (count === 0) return 'The code in this file is what is on the page already.';
  const cells = count === 1 ? 'One cell has' : `${count} cells have`;
  return `${cells} other code in the file than on this page. What you replace stays in the history of its cell; outputs are made anew when you run it.`;
}

function toggled(before: ReadonlySet<CellId>, id: CellId): Set<CellId> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}

type ChangeProps = { change: ImportedChange; taken: boolean; onToggle: () => void };

function Change({ change, taken, onToggle }: ChangeProps) {
  const { title, mine, theirs, outdated } = change;
  return (
    <li>
      <label className={styles.choice}>
        <input type="checkbox" checked={taken} onChange={onToggle} />
        <span>
          {title}
          {outdated && (
            <span className={styles.detail}>
              The lesson’s own code of this cell has changed since the file was saved.
            </span>
          )}
        </span>
      </label>
      <Compare before={mine} after={theirs} names={['On this page', 'In the file']} of={title} />
    </li>
  );
}

function Unknown({ titles }: { titles: readonly string[] }) {
  return (
    <>
      <p>This lesson has no place for these cells of the file; they stay in the file alone:</p>
      <ul>
        {titles.map((title, at) => (
          <li key={at}>{title}</li>
        ))}
      </ul>
    </>
  );
}
