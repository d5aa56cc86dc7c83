'use client';

import type { ReactNode } from 'react';
import { stepWords } from '@/lib/figures/step-words';
import styles from './figure-controls.module.css';
import { PlayIcon } from './play-icon';
import type { Playback } from './use-playback';

type Props = {
  /** What is moved through time, for a screen reader. */
  label: string;
  stepName: string;
  steps: readonly number[];
  playback: Playback;
  /** What else can be done with the time. */
  children: ReactNode;
};

/** Play, scrub, back to the newest frame. */
export function ScrubRow({ label, stepName, steps, playback, children }: Props) {
  const { at, playing } = playback;
  const words = stepWords(stepName, steps, at);
  // Of the last step but one: none is longer, and the slider does not change its length while it is moved.
  const widest = stepWords(stepName, steps, steps.length - 2);
  return (
    <div className={styles.time} role="group" aria-label={label}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.play}
          onClick={playing ? playback.pause : playback.play}
        >
          <PlayIcon playing={playing} />
          {playing ? 'Pause' : 'Play'}
        </button>
        <input
          type="range"
          className={styles.range}
          min={0}
          max={steps.length - 1}
          value={at}
          aria-label={stepName || 'step'}
          aria-valuetext={words}
          onChange={(event) => playback.seek(event.target.valueAsNumber)}
        />
        <span className={styles.step} data-widest={widest} aria-hidden="true">
          {words}
        </span>
        <button
          type="button"
          className={styles.latest}
          data-hidden={playback.following || undefined}
          onClick={playback.latest}
        >
          Latest
        </button>
      </div>
      <div className={styles.more}>{children}</div>
    </div>
  );
}
