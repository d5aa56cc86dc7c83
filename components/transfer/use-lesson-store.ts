'use client';

import { useLesson } from '@/components/lesson/use-lesson';
import { LessonStore } from '@/lib/lesson/lesson-store';

/**
 * The lesson around a component, with what a notebook doesn't have.
 *
 * @throws {Error} on any other page.
 */
export function useLessonStore(): LessonStore {
  const store = useLesson();
  if (!(store instanceof LessonStore)) throw new Error('This belongs on the page of a lesson.');
  return store;
}
