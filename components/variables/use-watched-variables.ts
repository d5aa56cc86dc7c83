'use client';

import { useEffect } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import { watchVariables } from '@/lib/lesson/watch-variables';

/** Keeps `kernel.variables` up to date while the component is on the page. */
export function useWatchedVariables(): void {
  const store = useLesson();
  useEffect(() => watchVariables(store), [store]);
}
