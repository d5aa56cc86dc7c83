'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

/** The first signs that a reader is about to use what they point at. */
const SIGNS = ['pointerenter', 'pointerdown', 'focusin'] as const;

/** Calls `onApproach` once, when the reader first comes to the element by pointer, touch or keyboard. */
export function useApproach(target: RefObject<HTMLElement | null>, onApproach: () => void): void {
  const approach = useEffectEvent(onApproach);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const controller = new AbortController();
    const arrive = () => {
      controller.abort();
      approach();
    };
    for (const sign of SIGNS) {
      element.addEventListener(sign, arrive, { passive: true, signal: controller.signal });
    }
    return () => controller.abort();
  }, [target]);
}
