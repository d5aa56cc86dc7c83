'use client';

import { useLesson } from '@/components/lesson/use-lesson';
import { useLessonValue } from '@/components/lesson/use-lesson-value';
import { lateComponent } from '@/components/ui/late-component';
import { useVersions } from './use-versions';

const LeftCodes = lateComponent(async () => (await import('./left-codes')).LeftCodes);
const StartOver = lateComponent(async () => (await import('./start-over')).StartOver);

/** At a lesson's end: the reader's code whose cell is gone, and the way back to a lesson that nobody has touched. */
export function KeptWork() {
  const { versions } = useLesson();
  const left = useVersions((snapshot) => snapshot.left.length > 0) ?? false;
  const touched = useLessonValue(
    ({ kernel, shared }) =>
      !shared &&
      Object.values(kernel.cells).some(
        ({ code, original, run, restored }) =>
          code !== original || run !== null || restored !== null,
      ),
  );
  if (versions === null) return null;
  return (
    <>
      {left && <LeftCodes versions={versions} />}
      {touched && <StartOver versions={versions} />}
    </>
  );
}
