'use client';

import type { CellTime } from '@/lib/lesson/cell-time';
import { BranchButton } from './branch-button';
import { ScrubRow } from './scrub-row';
import { usePassingTime } from './use-passing-time';
import { usePlayback } from './use-playback';

type Props = {
  title: string;
  stepName: string;
  steps: readonly number[];
  time: CellTime;
  live: boolean;
};

/** The scrubber of a figure that has its time for itself. */
export function OwnScrubber({ title, stepName, steps, time, live }: Props) {
  const playback = usePlayback(time, steps);
  usePassingTime(time, steps, live);
  return (
    <ScrubRow
      label={`Steps of ${title}`}
      stepName={stepName}
      steps={steps}
      playback={playback}
      live={live}
    >
      <BranchButton stepName={stepName} steps={steps} at={playback.at} />
    </ScrubRow>
  );
}
