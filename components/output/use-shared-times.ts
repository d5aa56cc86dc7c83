'use client';

import { useCallback, useMemo, useState } from 'react';
import { sharedTimes } from '@/lib/figures/shared-times';
import type { CellSnapshot } from '@/lib/kernel/state';
import { CellTimes, type CellTime } from '@/lib/lesson/cell-time';
import type { Output } from '@/lib/protocol';
import type { TimedFigures } from './time-bars';

export type Shared = {
  groups: readonly TimedFigures[];
  /** The same function for as long as the same figures belong together. */
  timeOf(figure: string): CellTime | null;
};

/** Which figures of a cell move through time together. A group keeps its time from run to run. */
export function useSharedTimes(outputs: readonly Output[], cell: CellSnapshot): Shared {
  const { figures } = cell;
  const [times] = useState(() => new CellTimes());
  const live = cell.state === 'running';
  const groups = useMemo(() => {
    const shown = new Map(
      outputs.flatMap((output) =>
        output.kind === 'figure' ? [[output.figure.id, output.figure]] : [],
      ),
    );
    const histories = [...shown.values()].map(
      (figure) => figures[figure.id] ?? { figure, frames: [] },
    );
    return sharedTimes(histories, live).map((shared) => ({
      ...shared,
      time: times.of(shared.stepName),
    }));
  }, [outputs, figures, live, times]);
  const members = JSON.stringify(groups.map(({ stepName, figures: ids }) => [stepName, ids]));
  const timeOf = useCallback(
    (figure: string) => {
      const all = JSON.parse(members) as [string, string[]][];
      const [stepName] = all.find(([, ids]) => ids.includes(figure)) ?? [];
      return stepName === undefined ? null : times.of(stepName);
    },
    [members, times],
  );
  return { groups, timeOf };
}
