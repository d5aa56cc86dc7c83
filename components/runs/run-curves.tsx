'use client';

import { useId, useMemo, useState } from 'react';
import { FigureSlot } from '@/components/output/figure-slot';
import { runCurves } from '@/lib/lesson/runs/run-curves';
import type { RunRecord } from '@/lib/lesson/runs/run-record';
import styles from './runs.module.css';

type Props = { runs: readonly RunRecord[]; metrics: readonly string[] };

/** One metric of several runs, over each other. */
export function RunCurves({ runs, metrics }: Props) {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const metric = metrics.includes(wanted) ? wanted : (metrics[0] ?? '');
  const history = useMemo(() => runCurves(runs, metric), [runs, metric]);
  if (metric === '') return null;
  return (
    <>
      <div className={styles.metric}>
        <label htmlFor={id}>Curve of</label>
        <select id={id} value={metric} onChange={(event) => setWanted(event.target.value)}>
          {metrics.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      {history === null ? (
        <p className={styles.common}>Choose runs below to draw their {metric}.</p>
      ) : (
        <FigureSlot history={history} live={false} />
      )}
    </>
  );
}
