'use client';

import { lateComponent } from '@/components/ui/late-component';
import styles from './figure-view.module.css';

/** KaTeX is fetched with the first formula that a figure shows. */
const FormulaView = lateComponent(
  async () => (await import('@/components/notebook/formula-view')).FormulaView,
);

/** The arithmetic with the numbers at the reader's cursor. */
export function FigureFormula({ tex }: { tex: string }) {
  return (
    <div className={styles.formula}>
      <FormulaView tex={tex} display />
    </div>
  );
}
