'use client';

import { lateComponent } from '@/components/ui/late-component';

/** What came of a check, fetched when a reader comes to an exercise. */
export const Feedback = lateComponent(async () => (await import('./feedback')).Feedback);

export const SolutionView = lateComponent(
  async () => (await import('./solution-view')).SolutionView,
);

/** A plane to draw a curve on. */
export const SketchPad = lateComponent(async () => (await import('./sketch-pad')).SketchPad);
