'use client';

import { when, type AnyHistory } from '@/lib/figures';
import styles from './figure-controls.module.css';
import { PlayIcon } from './play-icon';
import type { Playback } from './use-playback';

type Props = {
  history: AnyHistory;
  playback: Playback;
  /** Whether frames are still to come; keeps the row's place for them. */
  live: boolean;
};

/** Play, scrub, back to the newest frame. Its row is there, empty, before there is anything to scrub. */
export function FigureControls({ history, playback, live }: Props) {
  const { figure, frames } = history;
  if (frames.length < 2) return live ? <div className={styles.row} /> : null;
  const { at, playing } = playback;
  return (
    <div className={styles.row} role="group" aria-label={`Steps of ${figure.title}`}>
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
        max={frames.length - 1}
        value={at}
        aria-label={figure.stepName || 'step'}
        aria-valuetext={when(history, at)}
        onChange={(event) => playback.seek(event.target.valueAsNumber)}
      />
      <span className={styles.step} aria-hidden="true">
        {when(history, at)}
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
  );
}
