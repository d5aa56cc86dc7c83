'use client';

import { useSyncExternalStore } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import type { VersionsSnapshot } from '@/lib/lesson/versions';

const never = () => () => undefined;

/**
 * Part of what is kept of the reader's code; undefined in a notebook, and on the server. `select` must give an equal
 * value (by `Object.is`) while that part is unchanged.
 */
export function useVersions<T>(select: (snapshot: VersionsSnapshot) => T): T | undefined {
  const { versions } = useLesson();
  return useSyncExternalStore(
    versions?.subscribe ?? never,
    () => (versions === null ? undefined : select(versions.getSnapshot())),
    () => undefined,
  );
}
