'use client';

import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

export type Stage = { width: number; visible: boolean };

/** The text column's width, which the server draws for. */
const UNMEASURED = 672;

/** How wide an element is, in whole CSS pixels, and whether it is in sight or nearly so. */
export function useStage(element: RefObject<HTMLElement | null>): Stage {
  const [stage, setStage] = useState<Stage>({ width: UNMEASURED, visible: false });
  const fit = (width: number) => {
    const whole = Math.floor(width);
    if (whole > 0) setStage((now) => (now.width === whole ? now : { ...now, width: whole }));
  };
  // Before anything shows: what it takes the place of has this width.
  // eslint-disable-next-line react-hooks/set-state-in-effect -- a size is known only once it is laid out
  useLayoutEffect(() => fit(element.current?.getBoundingClientRect().width ?? 0), [element]);
  useEffect(() => {
    const node = element.current;
    if (!node) return;
    const sizes = new ResizeObserver(([entry]) => fit(entry?.contentRect.width ?? 0));
    const sight = new IntersectionObserver(
      (entries) => {
        const visible = entries[entries.length - 1]?.isIntersecting ?? false;
        setStage((now) => (now.visible === visible ? now : { ...now, visible }));
      },
      { rootMargin: '160px 0px' },
    );
    sizes.observe(node);
    sight.observe(node);
    return () => {
      sizes.disconnect();
      sight.disconnect();
    };
  }, [element]);
  return stage;
}
