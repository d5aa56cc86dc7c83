'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Shift+Enter anywhere in the cell runs it. Within the code the editor sees to that itself. */
export function useRunKey(
  cell: RefObject<HTMLElement | null>,
  code: RefObject<HTMLElement | null>,
  onRun: () => void,
): void {
  const run = useEffectEvent(onRun);
  useEffect(() => {
    const element = cell.current;
    if (element === null) return;
    const onKey = (event: KeyboardEvent) => {
      const inCode = event.target instanceof Node && code.current?.contains(event.target) === true;
      if (event.key !== 'Enter' || !event.shiftKey || inCode || event.defaultPrevented) return;
      event.preventDefault();
      run();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [cell, code]);
}
