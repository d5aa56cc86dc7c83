'use client';

import { useCallback, useState } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import type { RunningLesson } from '@/lib/lesson/running-lesson';
import { withPoint } from '@/lib/controls/with-point';
import { NO_SETTINGS, type Pressed, type Settings } from '@/lib/figures';

export type FigureState = {
  /** What the reader has set in the figure. */
  set: Settings;
  change(changed: Settings): void;
  /** Does what pressing something in the drawing does. */
  press(pressed: Pressed): void;
};

/** What the reader sets in one figure. It lives as long as the figure is on the page, over reruns of its cell. */
export function useSettings(): FigureState {
  const lesson = useLesson();
  const [set, setSettings] = useState(NO_SETTINGS);
  const change = useCallback(
    (changed: Settings) => setSettings((now) => ({ ...now, ...changed })),
    [],
  );
  const press = useCallback(
    ({ settings, control, point }: Pressed) => {
      if (settings) change(settings);
      if (control) lesson.setControl(control.cell, control.key, control.value);
      if (point) addPoint(lesson, point);
    },
    [lesson, change],
  );
  return { set, change, press };
}

/** To where the control stands now, which may be further than what the figure shows. */
function addPoint(lesson: RunningLesson, { cell, key, point }: NonNullable<Pressed['point']>) {
  const holder = lesson.getSnapshot().kernel.cells[cell];
  const points = holder ? withPoint(holder, key, point) : null;
  if (points !== null) lesson.setControl(cell, key, points);
}
