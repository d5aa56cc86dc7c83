'use client';

import { useMemo, useState } from 'react';
import type { CellSnapshot } from '@/lib/kernel/state';
import { controlsOf, withKeptControls, type ControlOutput } from '@/lib/lesson/kept-controls';
import type { Output } from '@/lib/protocol';

/** What a cell shows, with the controls that its present run has not come to yet. */
export function useKeptControls({ outputs, state }: CellSnapshot): readonly Output[] {
  const [kept, setKept] = useState<readonly ControlOutput[]>([]);
  const shown = useMemo(() => withKeptControls(outputs, kept, state), [outputs, kept, state]);
  const controls = useMemo(() => controlsOf(shown), [shown]);
  if (!isSame(controls, kept)) setKept(controls);
  return shown;
}

function isSame(some: readonly ControlOutput[], others: readonly ControlOutput[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}
