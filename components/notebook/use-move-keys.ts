'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** What has a meaning of its own for these keys: editors move lines, a select opens, a pad draws. */
const OWN_KEYS = 'textarea, select, [data-monaco-place], [data-output]';

/**
 * Alt with an arrow anywhere in the cell moves it, except in what has its own use for these keys. Returns how
 * to move it by other means: the focus stays where it is, and the cell in view.
 */
export function useMoveKeys(
  frame: RefObject<HTMLElement | null>,
  move: (by: -1 | 1) => void,
): (by: -1 | 1) => void {
  const moveOn = (by: -1 | 1) => {
    const focused = document.activeElement;
    flushSync(() => move(by));
    // An element that changes its place in the document loses the focus.
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
    event.preventDefault();
    moveOn(by);
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    element.addEventListener('keydown', listener);
    return () => element.removeEventListener('keydown', listener);
  }, [frame]);
  return moveOn;
}
