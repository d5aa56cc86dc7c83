'use client';

import { type ReactNode, useMemo } from 'react';
import styles from '@/components/output/output.module.css';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { Output } from '@/lib/protocol';
import { LateOutput } from './late-output';
import type { Replay } from './use-replay';

type Props = {
  cell: CellSnapshot;
  outputs: readonly Output[];
  /** The same with pictures of its figures, from the server. */
  still: ReactNode;
  replay: Replay;
};

/** What a cell showed when it was recorded: pictures of its figures, and the figures themselves once they are here. */
export function RecordedOutput({ cell, outputs, still, replay }: Props) {
  const { figures } = replay;
  const shown = useMemo(
    () => (figures === null ? null : { ...cell, outputs, figures }),
    [cell, outputs, figures],
  );
  if (shown !== null) return <LateOutput cell={shown} onGoTo={nowhere} recorded />;
  return (
    <div className={styles.outputs} onPointerDown={() => void replay.fetch()}>
      {still}
    </div>
  );
}

/** Only errors and tensors left in memory lead to lines, and a recording has neither. */
const nowhere = () => undefined;
