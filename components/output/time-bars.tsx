'use client';

import { BranchButton } from '@/components/figure/branch-button';
import { ScrubRow } from '@/components/figure/scrub-row';
import { usePassingTime } from '@/components/figure/use-passing-time';
import { usePlayback } from '@/components/figure/use-playback';
import type { SharedTime } from '@/lib/figures/shared-times';
import { stepWords } from '@/lib/figures/step-words';
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
  const playback = usePlayback(time, steps);
  usePassingTime(time, steps, live);
  const { beside } = playback;
  return (
    <div className={styles.bar}>
      <ScrubRow
        label={`Steps of ${figures.length} figures`}
        stepName={stepName}
        steps={steps}
        playback={playback}
        live={live}
      >
        <BranchButton stepName={stepName} steps={steps} at={playback.at} />
        {beside < 0 ? (
          <button type="button" onClick={playback.compare}>
            Compare
          </button>
        ) : (
          <button type="button" onClick={playback.endCompare}>
            End comparing
          </button>
        )}
      </ScrubRow>
      <p className={styles.compared} aria-live="polite">
        {beside >= 0 &&
          `A stays at ${stepWords(stepName, steps.slice(0, beside + 1), beside)}; the slider moves B.`}
      </p>
    </div>
  );
}
