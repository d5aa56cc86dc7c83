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
  /** Whether frames are still to come; keeps the row's place for them. */
  live: boolean;
  /** What stands at its end. */
  children?: ReactNode;
};

/** Play, scrub, back to the newest frame. Its row is there, empty, before there is anything to scrub. */
export function ScrubRow({ label, stepName, steps, playback, live, children }: Props) {
  if (steps.length < 2) return live ? <div className={styles.row} /> : null;
  const { at, playing } = playback;
  const words = stepWords(stepName, steps, at);
  return (
    <div className={styles.row} role="group" aria-label={label}>
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
      <span className={styles.step} aria-hidden="true">
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
      {children && <span className={styles.more}>{children}</span>}
    </div>
  );
}
