'use client';

import { useEffect } from 'react';
import { LessonToolbar } from '@/components/lesson/lesson-toolbar';
import { LessonContext } from '@/components/lesson/use-lesson';
import type { NotebookStore } from '@/lib/notebooks/notebook-store';
import { BlockList } from './block-list';
import { ClashNotice, FileNotices, SharedNotice, TwiceNotice } from './notices';
import { NotebookHead } from './notebook-head';
import { NotebookTransfer } from './notebook-transfer';
import styles from './notebook.module.css';
import { NotebookContext, useNotebookValue } from './use-notebook';

type Props = { store: NotebookStore; notices: readonly string[] };

/** A notebook with all that can be done with it. */
export function OpenNotebook({ store, notices }: Props) {
  return (
    <LessonContext value={store}>
      <NotebookContext value={store}>
        <PageTitle />
        <NotebookHead />
        <SharedNotice />
        <ClashNotice />
        <TwiceNotice />
        <FileNotices notices={notices} />
        <BlockList />
        <LessonToolbar>
          <NotebookTransfer />
        </LessonToolbar>
        <Said />
      </NotebookContext>
    </LessonContext>
  );
}

/** The browser's tab is named after the notebook, which only the browser knows. */
function PageTitle() {
  const title = useNotebookValue(({ notebook }) => notebook.title);
  useEffect(() => {
    document.title = `${title} · Layerwise`;
  }, [title]);
  return null;
}

function Said() {
  const said = useNotebookValue((snapshot) => snapshot.said);
  return (
    <p className={styles.spoken} aria-live="polite">
      {said}
    </p>
  );
}
