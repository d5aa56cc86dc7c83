'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * A focused button that turns disabled hands its focus on, or the keyboard's place would be lost. The browser may take
 * the focus away while React still changes the page, before the layout effect looks; its blur tells.
 */
export function useKeptFocus(
  from: RefObject<HTMLButtonElement | null>,
  disabled: boolean,
  to: RefObject<HTMLButtonElement | null>,
): void {
  const lost = useRef(false);
  useEffect(() => {
    const button = from.current;
    const note = () => {
      lost.current = button?.disabled === true;
    };
    button?.addEventListener('blur', note);
    return () => button?.removeEventListener('blur', note);
  }, [from]);
  useLayoutEffect(() => {
    if (disabled && (lost.current || document.activeElement === from.current)) to.current?.focus();
    lost.current = false;
  }, [from, disabled, to]);
}
