'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { firstSign } from '@/lib/lesson/first-sign';
import { whenIdle } from '@/lib/lesson/when-idle';

/** The first signs that a reader is about to use what they point at. */
const SIGNS = ['pointerenter', 'pointerdown', 'focusin'] as const;

/** The middle of the window: where what is read is. */
const MIDDLE = '-25% 0px';

/**
 * Calls `onApproach` once, when the reader first comes to the element by pointer, touch or keyboard, or has scrolled to
 * it and rests there.
 */
export function useApproach(target: RefObject<HTMLElement | null>, onApproach: () => void): void {
  const approach = useEffectEvent(onApproach);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const arrive = () => {
      if (signal.aborted) return;
      controller.abort();
      approach();
    };
    for (const sign of SIGNS) element.addEventListener(sign, arrive, { passive: true, signal });
    void firstSign().then(() => whileInMiddle(element, arrive, signal));
    return () => controller.abort();
  }, [target]);
}

/** Calls back when the page is idle while the element is in the middle of the window. */
function whileInMiddle(element: Element, onRest: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let inMiddle = false;
  const look = (entries: IntersectionObserverEntry[]) => {
    inMiddle = entries.at(-1)?.isIntersecting ?? false;
    if (inMiddle) whenIdle(() => inMiddle && onRest());
  };
  const observer = new IntersectionObserver(look, { rootMargin: MIDDLE });
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
