'use client';

import { TimeScrubber } from '@/components/figure/time-scrubber';
import type { SharedTime } from '@/lib/figures/shared-times';
import type { CellTime } from '@/lib/lesson/cell-time';
import styles from './time-bars.module.css';

export type TimedFigures = SharedTime & { time: CellTime };

type Props = { groups: readonly TimedFigures[]; live: boolean };

/** A scrubber for each time that figures of the cell share; they stay in sight as long as the figures are. */
export function TimeBars({ groups, live }: Props) {
  if (groups.length === 0) return null;
  return (
    <div className={styles.bars} data-time="">
      {groups.map((group) => (
        <TimeBar key={group.stepName} group={group} live={live} />
      ))}
    </div>
  );
}

function TimeBar({ group, live }: { group: TimedFigures; live: boolean }) {
  const { stepName, steps, figures, time } = group;
  return (
    <div className={styles.bar}>
      <TimeScrubber
        label={`Steps of ${figures.length} figures`}
        stepName={stepName}
        steps={steps}
        time={time}
        live={live}
        keepsPlace={live}
      />
    </div>
  );
}
