'use client';

import { stepWords } from '@/lib/figures/step-words';
import type { CellTime } from '@/lib/lesson/cell-time';
import { BranchButton } from './branch-button';
import styles from './figure-controls.module.css';
import { ScrubRow } from './scrub-row';
import { usePassingTime } from './use-passing-time';
import { usePlayback, type Playback } from './use-playback';

type Props = {
  /** What is moved through time, for a screen reader. */
  label: string;
  stepName: string;
  steps: readonly number[];
  time: CellTime;
  live: boolean;
  /** Whether its row is there, empty, before there is anything to scrub. */
  keepsPlace: boolean;
};

/** All that can be done with a time, be it of one figure or of several. For the one component that owns it. */
export function TimeScrubber({ label, stepName, steps, time, live, keepsPlace }: Props) {
  const playback = usePlayback(time, steps);
  usePassingTime(time, steps, live);
  const { at, beside } = playback;
  if (steps.length < 2) return keepsPlace ? <div className={styles.row} /> : null;
  return (
    <>
      <ScrubRow label={label} stepName={stepName} steps={steps} playback={playback}>
        <BranchButton stepName={stepName} steps={steps} at={at} />
        <CompareButton {...playback} />
      </ScrubRow>
      <p className={styles.compared} aria-live="polite">
        {beside >= 0 &&
          `A stays at ${stepWords(stepName, steps.slice(0, beside + 1), beside)}; the slider moves B.`}
      </p>
    </>
  );
}

/** One button with two names, so that the focus stays on it. */
function CompareButton({ beside, compare, endCompare }: Playback) {
  const compares = beside >= 0;
  return (
    <button type="button" onClick={compares ? endCompare : compare}>
      {compares ? 'End comparing' : 'Compare'}
    </button>
  );
}
