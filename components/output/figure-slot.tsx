'use client';

import { lateComponent } from '@/components/ui/late-component';
import type { FigureHistory } from '@/lib/kernel/state';
import styles from './output.module.css';

/** Drawing is fetched with the first figure that is shown. */
const FigureView = lateComponent(
  async () => (await import('@/components/figure/figure-view')).FigureView,
);

type Props = { history: FigureHistory; live: boolean };

export function FigureSlot({ history, live }: Props) {
  const meanwhile = <div className={styles.waiting}>{history.figure.title}</div>;
  return <FigureView history={history} live={live} meanwhile={meanwhile} />;
}
