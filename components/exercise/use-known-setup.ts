'use client';

import { useEffect } from 'react';
import { openCells } from '@/components/editor/open-cells';
import { setupCell } from '@/lib/exercises/exercise-lesson';
import { loadMaterial } from '@/lib/exercises/material';

/** Once the reader edits, their editor knows the names that the exercise gives them. */
export function useKnownSetup(slug: string, exercise: string, edited: boolean): void {
  useEffect(() => {
    if (!edited) return;
    let close: (() => void) | null = null;
    let gone = false;
    loadMaterial(slug, exercise).then(
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
  }, [slug, exercise, edited]);
}
