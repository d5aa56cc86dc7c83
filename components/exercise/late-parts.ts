'use client';

import { lateComponent } from '@/components/ui/late-component';

/** What came of a check, fetched when a reader comes to an exercise. */
export const Feedback = lateComponent(async () => (await import('./feedback')).Feedback);

export const SolutionView = lateComponent(
  async () => (await import('./solution-view')).SolutionView,
);

/** A plane to draw a curve on. */
export const SketchPad = lateComponent(async () => (await import('./sketch-pad')).SketchPad);

/** What running the code shows. */
export const RunOutput = lateComponent(async () => (await import('./run-output')).RunOutput);

/** What a changed answer can go back to. */
export const AnswerTools = lateComponent(async () => (await import('./answer-tools')).AnswerTools);
