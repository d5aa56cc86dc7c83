'use client';

import { useState } from 'react';
import { useLessonValue } from '@/components/lesson/use-lesson-value';
import { lateComponent } from '@/components/ui/late-component';
import type { CellSnapshot } from '@/lib/kernel/state';
import styles from './edited-mark.module.css';

const CompareDialog = lateComponent(
  async () => (await import('@/components/versions/compare-dialog')).CompareDialog,
);

/** Beside the title of a cell whose code is not the lesson's; where it is somebody else's, the way to what differs. */
export function EditedMark({ cell, titleId }: { cell: CellSnapshot; titleId: string }) {
  const shared = useLessonValue((snapshot) => snapshot.shared);
  const [comparing, setComparing] = useState(false);
  const { title, code, original } = cell;
  if (code === original) return null;
  if (!shared) return <span className={styles.mark}>edited</span>;
  return (
    <>
      <span className={styles.mark}>differs from the lesson</span>
      <button
        type="button"
        className={styles.compare}
        aria-describedby={titleId}
        aria-haspopup="dialog"
        onClick={() => setComparing(true)}
        onPointerEnter={CompareDialog.fetchAhead}
        onFocus={CompareDialog.fetchAhead}
      >
        Compare
      </button>
      {comparing && (
        <CompareDialog
          of={title}
          comparisons={[
            {
              name: 'The lesson’s and the link’s',
              before: original,
              after: code,
              names: ['The lesson’s', 'The link’s'],
            },
          ]}
          onClose={() => setComparing(false)}
        />
      )}
    </>
  );
}
