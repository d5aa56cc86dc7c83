'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useDismiss } from '@/components/lesson/use-dismiss';
import styles from './transfer-menu.module.css';

type Props = {
  /** The reader is about to open it. */
  onApproach: () => void;
  /** Rendered from the first opening on. */
  children: ReactNode;
};

/** The menu with which a page's document is taken along: saved, opened, shared. */
export function TransferMenu({ onApproach, children }: Props) {
  const root = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  useDismiss(root);
  return (
    <details ref={root} className={styles.menu} onToggle={() => setOpened(true)}>
      <summary className={styles.summary} onPointerEnter={onApproach} onFocus={onApproach}>
        Share and save
        <svg className={styles.arrow} viewBox="0 0 8 8" aria-hidden="true">
          <path d="M1 5.5l3-3 3 3" />
        </svg>
      </summary>
      <div className={styles.panel}>{opened && children}</div>
    </details>
  );
}
