'use client';

import { TransferMenu } from '@/components/transfer/transfer-menu';
import { lateComponent } from '@/components/ui/late-component';
import { useDesk } from './use-desk';
import { useNotebook } from './use-notebook';

const NotebookTransferPanel = lateComponent(
  async () => (await import('./notebook-transfer-panel')).NotebookTransferPanel,
);

/** "Share and save" for the notebook; nearly all of it is fetched when the reader comes to it. */
export function NotebookTransfer() {
  const desk = useDesk();
  const store = useNotebook();
  return (
    <TransferMenu onApproach={NotebookTransferPanel.fetchAhead}>
      <NotebookTransferPanel store={store} desk={desk} meanwhile="Opening…" />
    </TransferMenu>
  );
}
