'use client';

import { type RefObject, useLayoutEffect } from 'react';

/** A focused button that turns disabled hands its focus on, or the keyboard's place would be lost. */
export function useKeptFocus(
  from: RefObject<HTMLButtonElement | null>,
  disabled: boolean,
  to: RefObject<HTMLButtonElement | null>,
): void {
  useLayoutEffect(() => {
    if (disabled && from.current !== null && document.activeElement === from.current) {
      to.current?.focus();
    }
  }, [from, disabled, to]);
}
