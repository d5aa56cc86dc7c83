'use client';

import { createContext, useContext } from 'react';
import type { LessonStore } from '@/lib/lesson/lesson-store';

export const LessonContext = createContext<LessonStore | null>(null);

/**
 * The lesson around a component.
 *
 * @throws {Error} outside a `KernelProvider`.
 */
export function useLesson(): LessonStore {
  const store = useContext(LessonContext);
  if (store === null) throw new Error('This belongs inside a KernelProvider.');
  return store;
}
