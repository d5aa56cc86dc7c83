'use client';

import { useEffect, useState } from 'react';
import type { Progress } from '@/lib/exercises/progress';
import type { ProgressStore } from '@/lib/exercises/progress-store';

export type Kept =
  { state: 'loading' } | { state: 'refused' } | { state: 'here'; records: readonly Progress[] };

export type ProgressHandle = { kept: Kept; store: () => Promise<ProgressStore> };

const loadStore = async () => (await import('@/lib/exercises/progress-store')).pageProgress();

/** What this browser keeps of the reader's progress, as it is now, also when another tab has changed it. */
export function useProgress(): ProgressHandle {
  const [kept, setKept] = useState<Kept>({ state: 'loading' });
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    const refuse = () => {
      if (!gone) setKept({ state: 'refused' });
    };
    const read = (from: ProgressStore) =>
      void from.all().then((records) => {
        if (!gone) setKept({ state: 'here', records });
      }, refuse);
    loadStore().then((from) => {
      if (gone) return;
      stop = from.subscribe(() => read(from));
      read(from);
    }, refuse);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return { kept, store: loadStore };
}
