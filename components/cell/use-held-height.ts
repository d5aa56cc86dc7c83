'use client';

import { type RefObject, useLayoutEffect } from 'react';

/**
 * While `held`, the element is at least as high as it was when that began. A cell is queued before its
 * outputs are replaced, so this is the height of the last run's, and the page does not jump in between.
 */
export function useHeldHeight(target: RefObject<HTMLElement | null>, held: boolean): void {
  useLayoutEffect(() => {
    const element = target.current;
    if (element === null || !held) return;
    element.style.setProperty('min-height', `${element.offsetHeight}px`);
    return () => void element.style.removeProperty('min-height');
  }, [target, held]);
}
