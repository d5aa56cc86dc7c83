'use client';

import { useState } from 'react';
import type { CellTime } from '@/lib/lesson/cell-time';
import { TimeScrubber } from './time-scrubber';

type Props = {
  title: string;
  stepName: string;
  steps: readonly number[];
  time: CellTime;
  live: boolean;
};

/**
 * The scrubber of a figure that has its time for itself. While a run goes on, it keeps the place only of one that was
 * there before: most figures of one frame never get a second.
 */
export function OwnScrubber({ title, stepName, steps, time, live }: Props) {
  const moves = steps.length > 1;
  const [moved, setMoved] = useState(moves);
  if (moves && !moved) setMoved(true);
  return (
    <TimeScrubber
      label={`Steps of ${title}`}
      stepName={stepName}
      steps={steps}
      time={time}
      live={live}
      keepsPlace={live && moved}
    />
  );
}
