'use client';

import { createContext, useContext, useState } from 'react';
import type { CellSnapshot } from '@/lib/kernel/state';
import { CellTime } from '@/lib/lesson/cell-time';

/** The time that a figure, by its id, shares with others of its cell; null for one that has its own. */
export const SharedTimes = createContext<(figure: string) => CellTime | null>(() => null);

/** The cell whose training can go on from a step; null where it can't now. */
export const Branching = createContext<Pick<CellSnapshot, 'id' | 'branches'> | null>(null);

/** `own`: nothing else moves it, so the figure shows its scrubber itself. */
export function useFigureTime(figure: string): { time: CellTime; own: boolean } {
  const shared = useContext(SharedTimes)(figure);
  const [time] = useState(() => new CellTime());
  return { time: shared ?? time, own: shared === null };
}
