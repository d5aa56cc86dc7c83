'use client';

import { lateComponent } from '@/components/ui/late-component';
import { controlWords } from '@/lib/lesson/control-words';
import type { CellId, Control, ControlValue } from '@/lib/protocol';
import styles from './output.module.css';

/** Controls are fetched with the first that is shown. */
const ControlView = lateComponent(
  async () => (await import('@/components/control/control-view')).ControlView,
);

type Props = { cell: CellId; control: Control; held: Readonly<Record<string, ControlValue>> };

export function ControlSlot(props: Props) {
  const { label } = props.control;
  return (
    <ControlView
      {...props}
      meanwhile={
        <p className={styles.text}>
          {label}: {controlWords(props.control)}
        </p>
      }
    />
  );
}
