'use client';

import { lateComponent } from '@/components/ui/late-component';
import { TransferMenu } from './transfer-menu';

const LessonTransferPanel = lateComponent(
  async () => (await import('./lesson-transfer-panel')).LessonTransferPanel,
);

/** What a lesson's files and links say of it. */
export type AboutLesson = { slug: string; title: string; seed: number };

/** "Share and save" for the lesson around it; nearly all of it is fetched when the reader comes to it. */
export function LessonTransfer(about: AboutLesson) {
  return (
    <TransferMenu onApproach={LessonTransferPanel.fetchAhead}>
      <LessonTransferPanel {...about} meanwhile="Opening…" />
    </TransferMenu>
  );
}
