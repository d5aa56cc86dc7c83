import type { ReactNode } from 'react';
import styles from './control.module.css';

type Props = { enabled: boolean; onPress: () => void; children: ReactNode };

/** A button that keeps the focus when there is nothing more for it to do. */
export function ToolButton({ enabled, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-disabled={!enabled}
      onClick={() => enabled && onPress()}
    >
      {children}
    </button>
  );
}
