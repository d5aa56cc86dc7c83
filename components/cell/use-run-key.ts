'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Shift+Enter anywhere in the cell runs it; within the code the editor sees to that itself. With Ctrl (or Cmd) it runs
 * to here, in the code too.
 */
export function useRunKey(
  cell: RefObject<HTMLElement | null>,
  code: RefObject<HTMLElement | null>,
  onRun: () => void,
  onRunTo: () => void,
): void {
  const run = useEffectEvent(onRun);
  const runTo = useEffectEvent(onRunTo);
  useEffect(() => {
    const element = cell.current;
    if (element === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const onKey = (event: KeyboardEvent) => {
      const inCode = event.target instanceof Node && code.current?.contains(event.target) === true;
      if (!isRunKey(event) || inCode || event.defaultPrevented) return;
      event.preventDefault();
      run();
    };
    const onKeyFirst = (event: KeyboardEvent) => {
      if (!isRunKey(event) || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      runTo();
    };
    element.addEventListener('keydown', onKey, { signal });
    // Before the editor, which has a meaning of its own for that key.
    element.addEventListener('keydown', onKeyFirst, { signal, capture: true });
    return () => controller.abort();
  }, [cell, code]);
}

function isRunKey({ key, shiftKey, isComposing }: KeyboardEvent): boolean {
  return key === 'Enter' && shiftKey && !isComposing;
}
