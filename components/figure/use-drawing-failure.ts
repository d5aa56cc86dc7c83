'use client';

import { useCallback, useState } from 'react';
import type { Picture } from '@/lib/figures';
import { failureWords, type Shown } from './use-picture';

/** What went wrong in laying out or drawing this very picture; the next picture starts without. */
export function useDrawingFailure({ picture, failure }: Shown) {
  const [failed, setFailed] = useState<{ picture: Picture; words: string } | null>(null);
  const onFailure = useCallback(
    (error: unknown) => setFailed({ picture, words: failureWords(error) }),
    [picture],
  );
  const problem = failure ?? (failed?.picture === picture ? failed.words : null);
  return { picture, problem, onFailure };
}
