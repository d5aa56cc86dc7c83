'use client';

import { useEffect } from 'react';
import { openCells } from '@/components/editor/open-cells';
import { setupCell } from '@/lib/exercises/exercise-lesson';

/** Who comes to the code will edit it: their editor then knows the names that the exercise gives them. */
export function useKnownSetup(slug: string, exercise: string, near: boolean): void {
  useEffect(() => {
    if (!near) return;
    let close: (() => void) | null = null;
    let gone = false;
    const load = async () => {
      const { loadMaterial } = await import('@/lib/exercises/material');
      return loadMaterial(slug, exercise);
    };
    load().then(
      ({ setup }) => {
        if (!gone) close = openCells.open(setupCell(exercise), setup, () => {});
      },
      // Who runs or checks is told; without it the editor only knows less.
      () => {},
    );
    return () => {
      gone = true;
      close?.();
    };
  }, [slug, exercise, near]);
}
