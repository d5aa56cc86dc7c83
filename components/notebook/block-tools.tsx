'use client';

import type { ReactNode } from 'react';
import styles from './block-tools.module.css';
import { useFrame } from './use-frame';

/** Moves and deletes the cell around it. `children`: buttons that only this kind of cell has. */
export function BlockTools({ children }: { children?: ReactNode }) {
  const { name, first, last, move, remove } = useFrame();
  return (
    <span className={styles.tools} role="group" aria-label={`Cell “${name}”`}>
      {children}
      <Tool
        label="Move up"
        off={first}
        path="M6 10V2M2.5 5.5L6 2l3.5 3.5"
        onPress={() => move(-1)}
      />
      <Tool
        label="Move down"
        off={last}
        path="M6 2v8M2.5 6.5L6 10l3.5-3.5"
        onPress={() => move(1)}
      />
      <Tool label="Delete" off={false} path="M2.5 2.5l7 7M9.5 2.5l-7 7" onPress={remove} />
    </span>
  );
}

type ToolProps = { label: string; off: boolean; path: string; onPress: () => void };

/** Stays a button at the end of its way: one that turns disabled would drop the focus. */
function Tool({ label, off, path, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.sign}
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={off ? undefined : onPress}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
