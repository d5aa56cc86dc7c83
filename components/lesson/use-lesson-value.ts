'use client';

import { useSyncExternalStore } from 'react';
import type { LessonSnapshot } from '@/lib/lesson/running-lesson';
import { useLesson } from './use-lesson';

/**
 * Part of the lesson's state. `select` must give an equal value (by `Object.is`) while that part is
 * unchanged: a field of the snapshot, or a string or number made from it.
 */
export function useLessonValue<T>(select: (snapshot: LessonSnapshot) => T): T {
  const store = useLesson();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getSnapshot()),
    () => select(store.getServerSnapshot()),
  );
}
