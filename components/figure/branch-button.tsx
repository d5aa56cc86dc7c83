'use client';

import { useContext } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import { formatCount } from '@/lib/figures/format';
import { branchStep } from '@/lib/lesson/branch-step';
import { Branching } from './figure-time';

type Props = { stepName: string; steps: readonly number[]; at: number };

/** Trains on from the step that is shown, or from the nearest before it whose state is kept. */
export function BranchButton({ stepName, steps, at }: Props) {
  const lesson = useLesson();
  const cell = useContext(Branching);
  const from = cell && branchStep(cell.branches, stepName, steps[at]);
  if (cell === null || from === null) return null;
  return (
    <button type="button" onClick={() => lesson.trainFrom(cell.id, from)}>
      Train on from {stepName || 'step'} {formatCount(from)}
    </button>
  );
}
