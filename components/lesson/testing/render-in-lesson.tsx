import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LessonContext } from '@/components/lesson/use-lesson';
import type { KernelSnapshot } from '@/lib/kernel/state';
import { LessonStore } from '@/lib/lesson/lesson-store';

/** What a component shows of a lesson in that state; nothing can be pressed. */
export function renderInLesson(kernel: KernelSnapshot, children: ReactNode): string {
  const store = new LessonStore({ slug: 'lesson', seed: 1, cells: [] });
  const snapshot = { ...store.getServerSnapshot(), kernel };
  const lesson = Object.assign(store, { getServerSnapshot: () => snapshot });
  return renderToStaticMarkup(<LessonContext value={lesson}>{children}</LessonContext>);
}
