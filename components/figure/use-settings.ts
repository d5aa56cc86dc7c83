'use client';

import { useCallback, useState } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
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
    ({ settings, control }: Pressed) => {
      if (settings) change(settings);
      if (control) lesson.setControl(control.cell, control.key, control.value);
    },
    [lesson, change],
  );
  return { set, change, press };
}
