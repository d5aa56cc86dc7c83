'use client';

import { CellOutput } from '@/components/output/cell-output';
import type { PredictionExercise } from '@/lib/exercises/exercise';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { Revealed } from '@/lib/exercises/reveal';
import styles from './feedback.module.css';

/** What the code showed on the way; its last value is drawn or told above, and its memory is nobody's concern. */
function besidesNumbers(cell: CellSnapshot): CellSnapshot {
  const last = cell.outputs.findLastIndex(({ kind }) => kind === 'value');
  return { ...cell, outputs: cell.outputs.filter((_, at) => at !== last), memory: null };
}

type Props = { exercise: PredictionExercise; answer: string; revealed: Revealed };

/** What the reader expected beside what came, and what the code showed on the way. */
export function PredictionResult({ exercise, answer, revealed }: Props) {
  const cell = besidesNumbers(revealed.cell);
  return (
    <>
      {exercise.commit.of === 'number' && (
        <dl className={styles.pair}>
          <div>
            <dt>You expected</dt>
            <dd>{answer.trim()}</dd>
          </div>
          <div>
            <dt>It came to</dt>
            <dd>{Number(revealed.ys[0]?.toPrecision(6))}</dd>
          </div>
        </dl>
      )}
      {cell.outputs.length > 0 && <CellOutput cell={cell} onGoTo={() => undefined} recorded />}
    </>
  );
}
