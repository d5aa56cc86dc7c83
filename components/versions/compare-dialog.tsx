'use client';

import { Dialog } from '@/components/transfer/dialog';
import { CodeDiff } from './code-diff';
import styles from './compare-dialog.module.css';

export type Comparison = {
  /** Said above it where there are several. */
  name: string;
  before: string;
  after: string;
  names: readonly [string, string];
};

type Props = { of: string; comparisons: readonly Comparison[]; onClose: () => void };

/** The codes that a reader has to choose between, side by side in one text. */
export function CompareDialog({ of, comparisons, onClose }: Props) {
  return (
    <Dialog title={`Compare “${of}”`} wide onClose={onClose}>
      {comparisons.map(({ name, before, after, names }) => (
        <section key={name} className={styles.comparison}>
          {comparisons.length > 1 && <h3>{name}</h3>}
          <CodeDiff before={before} after={after} names={names} of={of} />
        </section>
      ))}
    </Dialog>
  );
}
