'use client';

import { useEffect, useState } from 'react';

/** The value, renewed at most once per animation frame, and not at all while `held`. */
export function usePerFrame<T>(value: T, held: boolean): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (held || Object.is(value, shown)) return;
    const id = requestAnimationFrame(() => setShown(() => value));
    return () => cancelAnimationFrame(id);
  }, [value, shown, held]);
  return shown;
}
