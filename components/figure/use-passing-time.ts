'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { CellTime } from '@/lib/lesson/cell-time';

const INTERVAL = { full: 1000 / 12, reduced: 1000 / 2 };

/** Has a time pass while it plays, and begin anew with a new run. For the one component that owns it. */
export function usePassingTime(time: CellTime, steps: readonly number[], live: boolean): void {
  const { playing } = useSyncExternalStore(time.subscribe, time.getSnapshot, time.getSnapshot);
  const interval = useReducedMotion() ? INTERVAL.reduced : INTERVAL.full;
  const tick = useEffectEvent(() => time.tick(steps));
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(tick, interval);
    return () => clearInterval(timer);
  }, [playing, interval]);
  useEffect(() => {
    if (live) time.restart();
  }, [time, live]);
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
