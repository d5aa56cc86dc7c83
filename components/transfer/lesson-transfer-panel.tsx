'use client';

import { useMemo, useState } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import type { ImportedNotebook } from '@/lib/export';
import { ImportDialog } from './import-dialog';
import { lessonSource } from './lesson-source';
import type { AboutLesson } from './lesson-transfer';
import { TransferPanel } from './transfer-panel';

type Opened = { notebook: ImportedNotebook; fileName: string };

/** The menu's content on a lesson's page, and what becomes of a file that was opened from it. */
export function LessonTransferPanel({ slug, title, seed }: AboutLesson) {
  const store = useLesson();
  const [opened, setOpened] = useState<Opened | null>(null);
  const source = useMemo(
    () =>
      lessonSource({ slug, title, seed }, store, (notebook, fileName) =>
        setOpened({ notebook, fileName }),
      ),
    [slug, title, seed, store],
  );
  return (
    <>
      <TransferPanel source={source} />
      {opened !== null && <ImportDialog {...opened} slug={slug} onClose={() => setOpened(null)} />}
    </>
  );
}
