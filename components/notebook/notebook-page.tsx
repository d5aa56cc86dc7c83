'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { LessonText } from '@/components/lesson/lesson-page';
import { lateComponent } from '@/components/ui/late-component';
import { type DeskSnapshot, NotebookDesk } from '@/lib/notebooks/desk';
import { deskEffects } from '@/lib/notebooks/desk-effects';
import { OpenNotebook } from './open-notebook';
import styles from './notebook.module.css';
import { OpeningView } from './opening-view';
import { DeskContext } from './use-desk';

// What is rarely shown is fetched when it is.
const MissingView = lateComponent(async () => (await import('./closed-views')).MissingView);
const RefusedView = lateComponent(async () => (await import('./closed-views')).RefusedView);
const RemovedView = lateComponent(async () => (await import('./closed-views')).RemovedView);

/** The reader's notebooks: the one that the address asks for, or what there is to say in its place. */
export function NotebookPage() {
  const [desk] = useState(() => new NotebookDesk(deskEffects()));
  useEffect(() => desk.start(), [desk]);
  const snapshot = useSyncExternalStore(desk.subscribe, desk.getSnapshot, desk.getSnapshot);
  return (
    <DeskContext value={desk}>
      <LessonText>
        <div className={styles.place}>
          <View {...snapshot} />
        </div>
      </LessonText>
    </DeskContext>
  );
}

function View({ view, entries }: DeskSnapshot) {
  switch (view.kind) {
    case 'opening':
      return <OpeningView />;
    case 'open':
      // Another notebook is another page: nothing of the one before may linger.
      return <OpenNotebook key={view.id} store={view.store} notices={view.notices} />;
    case 'removed':
      return <RemovedView title={view.notebook.title} entries={entries} />;
    case 'missing':
      return <MissingView entries={entries} />;
    case 'refused':
      return <RefusedView sentence={view.sentence} lesson={view.lesson} />;
    default:
      return view satisfies never;
  }
}
