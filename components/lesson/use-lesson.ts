'use client';

import { createContext, useContext } from 'react';
import type { RunningLesson } from '@/lib/lesson/running-lesson';

export const LessonContext = createContext<RunningLesson | null>(null);

/**
 * The lesson around a component.
 *
 * @throws {Error} outside a `KernelProvider`.
 */
export function useLesson(): RunningLesson {
  const store = useContext(LessonContext);
  if (store === null) throw new Error('This belongs inside a KernelProvider.');
  return store;
}
