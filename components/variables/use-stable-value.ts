'use client';

import { useState } from 'react';
import { useLessonValue } from '@/components/lesson/use-lesson-value';
import type { KernelSnapshot } from '@/lib/kernel/state';
import { stable } from '@/lib/lesson/stable';

/** What is made of the lesson's state anew each time, in plain data; renders only when it has changed in content. */
export function useStableValue<T>(derive: (kernel: KernelSnapshot) => T): T {
  const [select] = useState(() => stable(derive));
  return useLessonValue(({ kernel }) => select(kernel));
}
