'use client';

import { useEffect, useRef, useState } from 'react';

/**
 * The value, renewed in an animation frame and at least `interval` ms after the last time; not at
 * all while `held`.
 */
export function usePerFrame<T>(value: T, interval: number, held: boolean): T {
  const [shown, setShown] = useState(value);
  const last = useRef(-Infinity);
  useEffect(() => {
    if (held || Object.is(value, shown)) return;
    let frame = 0;
    const show = () => {
      frame = requestAnimationFrame((now) => {
        last.current = now;
        setShown(() => value);
      });
    };
    const timer = setTimeout(show, last.current + interval - performance.now());
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [value, interval, shown, held]);
  return shown;
}
