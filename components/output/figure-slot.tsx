'use client';

import { lazy, Suspense } from 'react';
import type { FigureHistory } from '@/lib/kernel/state';
import styles from './output.module.css';

/** Drawing is fetched with the first figure that is shown. */
const FigureView = lazy(async () => {
  const { FigureView: view } = await import('@/components/figure/figure-view');
  return { default: view };
});

type Props = { history: FigureHistory; live: boolean };

export function FigureSlot({ history, live }: Props) {
  return (
    <Suspense fallback={<div className={styles.waiting}>{history.figure.title}</div>}>
      <FigureView history={history} live={live} />
    </Suspense>
  );
}
