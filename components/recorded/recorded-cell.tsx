'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Cell } from '@/components/cell/cell';
import type { StillOutput } from '@/lib/recorded/still';
import { RecordedMark } from './recorded-mark';
import { RecordedOutput } from './recorded-output';
import { useReplay } from './use-replay';

type Props = Omit<ComponentProps<typeof Cell>, 'instead' | 'onApproach'> & {
  recorded: StillOutput;
  /** What was recorded, drawn by the server. */
  still: ReactNode;
};

/** A cell that shows what was recorded of it until it has run. A notebook has none, and does not load this. */
export function RecordedCell({ recorded, still, ...props }: Props) {
  const replay = useReplay(recorded.file);
  return (
    <Cell
      {...props}
      onApproach={replay.fetchAhead}
      instead={(cell) => (
        <>
          <RecordedMark made={recorded.made} edited={cell.code !== cell.original} />
          <RecordedOutput cell={cell} outputs={recorded.outputs} still={still} replay={replay} />
        </>
      )}
    />
  );
}
