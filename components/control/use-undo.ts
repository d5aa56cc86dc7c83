'use client';

import { useState } from 'react';
import { goBack, remember, type Past } from '@/lib/controls/undo';

export type Undo<T> = {
  possible: boolean;
  back(): void;
  /** Before a change: what to come back to. */
  remember(state: T): void;
};

/** Steps back through what a control was set to. */
export function useUndo<T>(set: (state: T) => void): Undo<T> {
  const [past, setPast] = useState<Past<T>>([]);
  return {
    possible: past.length > 0,
    back: () => {
      const last = goBack(past);
      if (last === null) return;
      setPast(last.past);
      set(last.state);
    },
    remember: (state) => setPast((before) => remember(before, state)),
  };
}
