'use client';

import { lateComponent } from '@/components/ui/late-component';

/** What draws the outputs of a cell, fetched when there are any that need more than the page has. */
export const LateOutput = lateComponent(
  async () => (await import('@/components/output/cell-output')).CellOutput,
);
