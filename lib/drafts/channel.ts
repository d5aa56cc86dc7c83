import type { CellId } from '@/lib/protocol';

/** Tells the other tabs which cells of a lesson have changed, and hears it of them. */
export type Channel = {
  tell(cells: readonly CellId[]): void;
  close(): void;
};

type News = { lesson: string; cells: CellId[] };

const NAME = 'layerwise-drafts';

/** Between the tabs of one browser. Without `BroadcastChannel`, tabs learn of each other when they write or return. */
export function browserChannel(lesson: string, hear: (cells: readonly CellId[]) => void): Channel {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, close() {} };
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<News>) => {
    if (data.lesson === lesson) hear(data.cells);
  };
  return {
    tell: (cells) => channel.postMessage({ lesson, cells: [...cells] } satisfies News),
    close: () => channel.close(),
  };
}
