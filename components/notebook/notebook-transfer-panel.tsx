'use client';

import { useMemo } from 'react';
import { TransferPanel } from '@/components/transfer/transfer-panel';
import type { NotebookDesk } from '@/lib/notebooks/desk';
import type { NotebookStore } from '@/lib/notebooks/notebook-store';
import { notebookSource } from './notebook-source';

/** The menu's content on a notebook's page. A file that is opened becomes a notebook of its own. */
export function NotebookTransferPanel({
  store,
  desk,
}: {
  store: NotebookStore;
  desk: NotebookDesk;
}) {
  const source = useMemo(() => notebookSource(store, desk.openFile), [store, desk]);
  return <TransferPanel source={source} />;
}
