'use client';

import { type ReactNode, useState } from 'react';
import { goToCell } from '@/components/cell/go-to-cell';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { Versions } from '@/lib/lesson/versions';
import styles from './cell-notices.module.css';
import { CompareDialog, type Comparison } from './compare-dialog';
import { useVersions } from './use-versions';

type Props = { cell: CellSnapshot; versions: Versions };

/** What the reader should know or decide of a cell's code: another tab changed it, or the lesson itself did. */
export function CellNotices(props: Props) {
  return (
    <>
      <ConflictNotice {...props} />
      <OutdatedNotice {...props} />
      <FollowedNotice {...props} />
    </>
  );
}

function ConflictNotice({ cell, versions }: Props) {
  const conflict = useVersions((snapshot) => snapshot.conflicts[cell.id]);
  if (conflict === undefined) return null;
  const { theirs } = conflict;
  return (
    <Notice
      name="conflict"
      sentence="This cell was also changed in another tab."
      comparisons={[
        {
          name: 'Mine and theirs',
          before: cell.code,
          after: theirs.code,
          names: ['Mine', 'Theirs'],
        },
      ]}
      of={cell.title}
    >
      <Choice
        words="Keep mine"
        of={cell}
        onChoose={() => versions.settleConflict(cell.id, 'mine')}
      />
      <Choice
        words="Take theirs"
        of={cell}
        onChoose={() => versions.settleConflict(cell.id, 'theirs')}
      />
    </Notice>
  );
}

function OutdatedNotice({ cell, versions }: Props) {
  const outdated = useVersions((snapshot) => snapshot.outdated[cell.id]);
  if (outdated === undefined) return null;
  const { before, now } = outdated;
  return (
    <Notice
      name="outdated"
      sentence="The lesson’s code of this cell has changed since you edited it."
      comparisons={[
        { name: 'Yours and the new', before: cell.code, after: now, names: ['Yours', 'New'] },
        { name: 'What changed in the lesson', before, after: now, names: ['Old', 'New'] },
      ]}
      of={cell.title}
    >
      <Choice
        words="Keep mine"
        of={cell}
        onChoose={() => versions.settleOutdated(cell.id, 'mine')}
      />
      <Choice
        words="Take the new one"
        of={cell}
        onChoose={() => versions.settleOutdated(cell.id, 'new')}
      />
    </Notice>
  );
}

function FollowedNotice({ cell, versions }: Props) {
  const followed = useVersions((snapshot) => snapshot.followed[cell.id]);
  if (followed === undefined) return null;
  return (
    <Notice
      name="followed"
      sentence="Changed in another tab; what was here before is in the history."
      comparisons={[]}
      of={cell.title}
    >
      <Choice words="Hide" of={cell} onChoose={() => versions.dismissFollowed(cell.id)} />
    </Notice>
  );
}

type NoticeProps = {
  name: string;
  sentence: string;
  comparisons: readonly Comparison[];
  of: string;
  children: ReactNode;
};

function Notice({ name, sentence, comparisons, of, children }: NoticeProps) {
  const [comparing, setComparing] = useState(false);
  return (
    <div className={styles.notice} role="group" aria-label={sentence} data-notice={name}>
      <p role="status">{sentence}</p>
      <div className={styles.actions}>
        {children}
        {comparisons.length > 0 && (
          <button
            type="button"
            className={styles.button}
            aria-haspopup="dialog"
            onClick={() => setComparing(true)}
          >
            Compare
          </button>
        )}
      </div>
      {comparing && (
        <CompareDialog of={of} comparisons={comparisons} onClose={() => setComparing(false)} />
      )}
    </div>
  );
}

type ChoiceProps = { words: string; of: CellSnapshot; onChoose: () => void };

/** Its notice goes with it, so the keyboard goes back to the cell. */
function Choice({ words, of, onChoose }: ChoiceProps) {
  const choose = () => {
    onChoose();
    goToCell(of.id);
  };
  return (
    <button type="button" className={styles.button} onClick={choose}>
      {words}
    </button>
  );
}
