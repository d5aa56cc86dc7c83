'use client';

import { useEffect } from 'react';
import { loadMonaco } from '@/components/editor/monaco/load-monaco';
import { PLAIN_SCREENS } from '@/components/editor/use-editing';
import { lessonEffects } from '@/lib/lesson/lesson-effects';

/**
 * Code of a notebook is coloured by the editor, since no server has seen it. So the editor is fetched when the page is
 * idle, where it will be used at all.
 */
export function useCodeColours(): void {
  useEffect(() => {
    if (matchMedia(PLAIN_SCREENS).matches) return;
    lessonEffects.whenIdle(() => {
      // Without it the code stays plain; whoever edits is told.
      loadMonaco().catch(() => {});
    });
  }, []);
}
