'use client';

import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

const NOTHING = { width: 0, height: 0 };

/**
 * The greatest height in CSS pixels that the content has had while `holds`, for as long as it stays as wide; 0 before.
 * What is beneath then does not move away from under the pointer when the content becomes shorter.
 */
export function useHeldHeight(content: RefObject<HTMLElement | null>, holds: boolean): number {
  const [held, setHeld] = useState(NOTHING);
  const fit = useEffectEvent(({ width, height }: DOMRectReadOnly) =>
    setHeld((now) => {
      const before = now.width === width ? now.height : 0;
      const next = { width, height: holds ? Math.max(before, height) : before };
      return next.width === now.width && next.height === now.height ? now : next;
    }),
  );
  useEffect(() => {
    if (!content.current) return;
    const observer = new ResizeObserver(([entry]) => entry && fit(entry.contentRect));
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [content]);
  return held.height;
}
