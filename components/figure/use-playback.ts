'use client';

import { useSyncExternalStore } from 'react';
import { indexIn, type CellTime } from '@/lib/lesson/cell-time';

export type Playback = {
  /** Index of the step shown; -1 where there is none. */
  at: number;
  /** Index of the step that stands beside it; -1 for none. */
  beside: number;
  /** Whether the newest step is followed. */
  following: boolean;
  playing: boolean;
  seek(index: number): void;
  play(): void;
  pause(): void;
  latest(): void;
  compare(): void;
  endCompare(): void;
};

/** Which of the steps is shown. */
export function usePlayback(time: CellTime, steps: readonly number[]): Playback {
  const moment = useSyncExternalStore(time.subscribe, time.getSnapshot, time.getSnapshot);
  const at = indexIn(steps, moment.step);
  return {
    at,
    beside: moment.beside === null ? -1 : indexIn(steps, moment.beside),
    following: moment.step === null,
    playing: moment.playing,
    seek: (index) => time.seek(steps, index),
    play: () => time.play(steps),
    pause: () => time.pause(),
    latest: () => time.latest(),
    compare: () => time.compare(steps, at),
    endCompare: () => time.endCompare(),
  };
}
