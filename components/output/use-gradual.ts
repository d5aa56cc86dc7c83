import { useEffect, useState } from 'react';

/** A page that is not seen has no frames; what it has been told is drawn all the same. */
const LATE_MS = 250;
/** About what is drawn within one frame on a slow machine. */
const STEP = 40;

/**
 * How many of `count` are drawn by now: at most forty more with each frame, so that a flood holds nothing up. Fewer
 * than that are drawn at once.
 */
export function useGradual(count: number): number {
  const [ready, setReady] = useState(STEP);
  // What a new run shows is gradual again.
  if (ready > count + STEP) setReady(count + STEP);
  const drawn = Math.min(count, ready);
  const wanted = count > drawn;
  useEffect(() => {
    if (!wanted) return;
    const frame = requestAnimationFrame(() => setReady(drawn + STEP));
    const late = setTimeout(() => setReady(drawn + STEP), LATE_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(late);
    };
  }, [drawn, wanted]);
  return drawn;
}
