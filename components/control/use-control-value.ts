'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import { atMostEvery } from '@/lib/controls/newest';
import type { CellId, Control, ControlValue } from '@/lib/protocol';

/** While a hand draws or drags: often enough for what follows to look alive. */
const EVERY_MS = 50;

export type ControlState<Value> = {
  /** As the person sees it, a moment ahead of what the lesson knows. */
  value: Value;
  set(value: Value): void;
  /** Within a gesture: passed on now and then, until `set` ends it. */
  sketch(value: Value): void;
};

/** A control's value and how to set it. @param held as the lesson holds it */
export function useControlValue<Kind extends Control>(
  cell: CellId,
  { key }: Kind,
  held: Kind['value'],
): ControlState<Kind['value']> {
  type Value = Kind['value'];
  const lesson = useLesson();
  const [before, setBefore] = useState<Value>(held);
  const [own, setOwn] = useState<{ value: Value; gesture: boolean } | null>(null);
  // In the midst of a gesture the lesson is behind; at any other time it is right.
  if (before !== held) {
    setBefore(held);
    if (own !== null && !own.gesture) setOwn(null);
  }
  const sender = useMemo(
    () => atMostEvery(EVERY_MS, (value: ControlValue) => lesson.setControl(cell, key, value)),
    [lesson, cell, key],
  );
  useEffect(() => () => sender.flush(), [sender]);
  const set = useCallback(
    (value: Value) => {
      setOwn({ value, gesture: false });
      sender.send(value);
      sender.flush();
    },
    [sender],
  );
  const sketch = useCallback(
    (value: Value) => {
      setOwn({ value, gesture: true });
      sender.send(value);
    },
    [sender],
  );
  return { value: own === null ? held : own.value, set, sketch };
}
