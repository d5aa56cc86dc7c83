'use client';

import { useEffect, useState } from 'react';
import { LateOutput } from '@/components/recorded/late-output';
import type { CellSnapshot } from '@/lib/kernel/state';

/**
 * Whether what stood in the place of a cell's output has to stay a little: what an earlier visit left is here, and what
 * draws it is not. Else there would be nothing for a moment, and the page would jump twice.
 */
export function useLateOutputs({ figures, restored, run }: CellSnapshot): boolean {
  const waits = restored === 'visit' && run === null;
  const [here, setHere] = useState(false);
  useEffect(() => {
    if (!waits) return;
    let gone = false;
    const arrived = () => {
      if (!gone) setHere(true);
    };
    // What could not be fetched says so in its own place.
    fetchAll(figures).then(arrived, arrived);
    return () => {
      gone = true;
    };
  }, [waits, figures]);
  return waits && !here;
}

async function fetchAll(figures: CellSnapshot['figures']): Promise<void> {
  const [{ fetchFigures }] = await Promise.all([
    import('@/components/output/figure-slot'),
    LateOutput.fetch(),
  ]);
  const kinds = new Set(Object.values(figures).map(({ figure }) => figure.kind));
  await Promise.all([...kinds].map(fetchFigures));
}
