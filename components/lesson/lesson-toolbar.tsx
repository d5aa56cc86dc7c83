'use client';

import { useState } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';
import { isBusy } from '@/lib/lesson/state-words';
import { DeviceMenu } from './device-menu';
import styles from './lesson-toolbar.module.css';
import { useLesson } from './use-lesson';
import { useLessonValue } from './use-lesson-value';

/**
 * What concerns the lesson as a whole: running it, the device, and whether edits are kept.
 * Belongs after the text in the same column: it sticks to the bottom of the window while that is read.
 */
export function LessonToolbar() {
  const store = useLesson();
  const hydrated = useHydrated();
  const busy = useLessonValue(({ kernel }) =>
    Object.values(kernel.cells).some((cell) => isBusy(cell.state)),
  );
  return (
    <div className={styles.toolbar} role="group" aria-label="The whole lesson">
      <Message />
      <div className={styles.row}>
        <button
          type="button"
          className={styles.primary}
          disabled={!hydrated}
          onClick={store.runAll}
          onPointerEnter={store.warm}
          onFocus={store.warm}
        >
          Run all
        </button>
        <button type="button" onClick={store.stop} disabled={!busy}>
          Stop all
        </button>
        <button type="button" onClick={store.restart} disabled={!hydrated}>
          Restart
        </button>
        <DraftsStatus />
        <DeviceMenu />
      </div>
    </div>
  );
}

/** What last happened to the sandbox. Its place is always there, so that a screen reader hears a change. */
function Message() {
  const message = useLessonValue(({ kernel }) => kernel.message);
  const status = useLessonValue(({ kernel }) => kernel.status);
  const failed = status === 'failed';
  const [hidden, setHidden] = useState<string | null>(null);
  // Whatever happens to the sandbox next is told, though it be in the same words.
  if (hidden !== null && status !== 'ready') setHidden(null);
  const shown = message === hidden ? null : message;
  return (
    <div className={styles.message} data-failed={failed || undefined}>
      <p role="status">{shown}</p>
      {shown !== null && status === 'ready' && (
        <button type="button" onClick={() => setHidden(shown)}>
          Hide
        </button>
      )}
    </div>
  );
}

function DraftsStatus() {
  const { state, text } = useLessonValue(({ drafts }) => drafts);
  return (
    <p
      className={styles.drafts}
      data-state={state}
      role={state === 'refused' ? 'status' : undefined}
    >
      {text}
    </p>
  );
}
