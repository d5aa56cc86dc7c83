import type { Figure } from '@/lib/protocol';

/** Figures whose steps are of one kind, which the reader moves through together. */
export type SharedTime = {
  stepName: string;
  /** Their ids, in the order in which they stand on the page. */
  figures: readonly string[];
  /** Every step of which one of them has a frame, in order. */
  steps: readonly number[];
};

type Stepped = { figure: Figure; frames: readonly { step: number }[] };

/**
 * The figures of one cell that share their time: two or more with more than one frame and the same name for a step.
 * @param live while a run goes on, figures that have no second frame yet count too, so that nothing moves when it comes.
 */
export function sharedTimes(histories: readonly Stepped[], live: boolean): SharedTime[] {
  const groups = new Map<string, Stepped[]>();
  for (const history of histories) {
    if (!live && history.frames.length < 2) continue;
    const { stepName } = history.figure;
    groups.set(stepName, [...(groups.get(stepName) ?? []), history]);
  }
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([stepName, group]) => ({
      stepName,
      figures: group.map(({ figure }) => figure.id),
      steps: stepsOf(group),
    }));
}

function stepsOf(group: readonly Stepped[]): number[] {
  const steps = new Set(group.flatMap(({ frames }) => frames.map(({ step }) => step)));
  return [...steps].sort((a, b) => a - b);
}
