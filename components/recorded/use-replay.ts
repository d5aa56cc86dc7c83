'use client';

import { useMemo, useRef, useState } from 'react';
import { ahead } from '@/lib/lesson/ahead';
import type { Replayed } from '@/lib/recorded/cell-file';
import { LateOutput } from './late-output';

export type Replay = {
  /** The recorded figures with all their frames; null until they are here. */
  figures: Replayed | null;
  fetch(): Promise<void>;
  /** The same, where a sign of need is enough to fetch something. */
  fetchAhead(): void;
};

/** The figures in a recorded cell's file, and what draws them, fetched when they are asked for. */
export function useReplay(file: string | null): Replay {
  const [figures, setFigures] = useState<Replayed | null>(null);
  const asked = useRef(false);
  return useMemo(() => {
    const fetch = async () => {
      if (file === null || asked.current) return;
      asked.current = true;
      try {
        setFigures(await load(file));
      } catch {
        // The picture stays; the next sign tries again.
        asked.current = false;
      }
    };
    const fetchAhead = () => {
      if (ahead() !== 'nothing') void fetch();
    };
    return { figures, fetch, fetchAhead };
  }, [file, figures]);
}

async function load(file: string): Promise<Replayed> {
  const [{ readCellFile }, { fetchFigures }, bytes] = await Promise.all([
    import('@/lib/recorded/cell-file'),
    import('@/components/output/figure-slot'),
    fetchBytes(file),
    requireHere(LateOutput.fetch()),
  ]);
  const figures = readCellFile(bytes);
  const kinds = new Set(Object.values(figures).map(({ figure }) => figure.kind));
  // All at once, so that a figure takes its picture's place without a gap.
  await Promise.all([...kinds].map((kind) => requireHere(fetchFigures(kind))));
  return figures;
}

async function requireHere(fetched: Promise<boolean>): Promise<void> {
  if (!(await fetched)) throw new Error('What draws figures could not be fetched.');
}

async function fetchBytes(file: string): Promise<Uint8Array> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} was answered with ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
