'use client';

import { type RefObject, useEffect } from 'react';

/** Shuts a `<details>` used as a menu: on Escape, with focus back on its summary, and on a press elsewhere. */
export function useDismiss(root: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const details = root.current;
    if (details === null) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    details.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      details.removeEventListener('keydown', onKey);
    };
  }, [root]);
}
