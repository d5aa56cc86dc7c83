'use client';

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { frameAt } from '@/lib/figures';

export type Playback = {
  /** Index of the frame shown; -1 where there is none. */
  at: number;
  /** Whether the newest frame is followed. */
  following: boolean;
  playing: boolean;
  seek(index: number): void;
  play(): void;
  pause(): void;
  latest(): void;
};

const INTERVAL = { full: 1000 / 12, reduced: 1000 / 2 };

/**
 * Which frame is shown. What the reader chose is kept as a step, not as an index: thinning
 * changes indices. A new run is followed from its start.
 */
export function usePlayback(frames: readonly { step: number }[], live: boolean): Playback {
  const [pinned, setPinned] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const [wasLive, setWasLive] = useState(live);
  if (live !== wasLive) {
    setWasLive(live);
    if (live) setPinned(null);
    if (live) setPlaying(false);
  }
  const last = frames.length - 1;
  const at = pinned === null ? last : frameAt(frames, pinned);
  const seek = (index: number) => setPinned(index >= last ? null : (frames[index]?.step ?? null));
  const tick = useEffectEvent(() => {
    if (at + 1 >= last) setPlaying(false);
    seek(at + 1);
  });
  const interval = useReducedMotion() ? INTERVAL.reduced : INTERVAL.full;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(tick, interval);
    return () => clearInterval(timer);
  }, [playing, interval]);
  return {
    at,
    following: pinned === null,
    playing,
    seek: (index) => {
      setPlaying(false);
      seek(index);
    },
    play: () => {
      if (at >= last) seek(0);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
    latest: () => {
      setPlaying(false);
      setPinned(null);
    },
  };
}

const QUERY = '(prefers-reduced-motion: reduce)';

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(QUERY);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(QUERY).matches,
    () => false,
  );
}
