'use client';

import { useState } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import type { ImportedNotebook } from '@/lib/export';
import { importPlan } from '@/lib/lesson/transfer/import-plan';
import { Dialog } from './dialog';
import { ForeignFile } from './foreign-file';
import { ImportChanges } from './import-changes';

type Props = {
  notebook: ImportedNotebook;
  fileName: string;
  /** Of the lesson on the page. */
  slug: string;
  onClose: () => void;
};

/** What a notebook file would change on a lesson's page; nothing changes before the reader says so. */
export function ImportDialog({ notebook, fileName, slug, onClose }: Props) {
  const store = useLesson();
  const [plan] = useState(() => {
    const { order, cells } = store.getSnapshot().kernel;
    return importPlan(
      notebook,
      slug,
      order.flatMap((id) => cells[id] ?? []),
    );
  });
  return (
    <Dialog title={`Open ${fileName}`} onClose={onClose}>
      {plan.kind === 'this-lesson' ? (
        <ImportChanges plan={plan} onClose={onClose} />
      ) : (
        <ForeignFile plan={plan} notebook={notebook} fileName={fileName} />
      )}
    </Dialog>
  );
}
