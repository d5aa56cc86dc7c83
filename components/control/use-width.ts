'use client';

import { type RefObject, useEffect, useState } from 'react';

/** How wide an element is, in whole CSS pixels. @param unmeasured what is taken until it is known */
export function useWidth(element: RefObject<HTMLElement | null>, unmeasured: number): number {
  const [width, setWidth] = useState(unmeasured);
  useEffect(() => {
    const node = element.current;
    if (!node) return;
    const sizes = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      if (now > 0) setWidth(now);
    });
    sizes.observe(node);
    return () => sizes.disconnect();
  }, [element]);
  return width;
}
