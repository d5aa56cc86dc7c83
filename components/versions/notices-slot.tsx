'use client';

import { useLesson } from '@/components/lesson/use-lesson';
import { lateComponent } from '@/components/ui/late-component';
import type { CellSnapshot } from '@/lib/kernel/state';
import { useVersions } from './use-versions';

const CellNotices = lateComponent(async () => (await import('./cell-notices')).CellNotices);

/** The place of a cell's notices, whose code is fetched with the first of them. */
export function NoticesSlot({ cell }: { cell: CellSnapshot }) {
  const { versions } = useLesson();
  const any = useVersions(({ outdated, conflicts, followed }) =>
    [outdated, conflicts, followed].some((each) => Object.hasOwn(each, cell.id)),
  );
  return versions !== null && any === true ? <CellNotices cell={cell} versions={versions} /> : null;
}
