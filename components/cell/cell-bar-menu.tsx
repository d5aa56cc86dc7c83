'use client';

import { useRef, useState } from 'react';
import { useDismiss } from '@/components/lesson/use-dismiss';
import { lateComponent } from '@/components/ui/late-component';
import type { CellSnapshot } from '@/lib/kernel/state';
import styles from './cell-bar-menu.module.css';
import { Icon } from './icon';

const CellMenuItems = lateComponent(async () => (await import('./cell-menu-items')).CellMenuItems);

type Props = { cell: CellSnapshot; titleId: string };

/** The ways to run a cell that are rarely needed; what they are is fetched when the reader comes to them. */
export function CellBarMenu({ cell, titleId }: Props) {
  const root = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  useDismiss(root);
  const close = () => {
    if (root.current === null) return;
    root.current.open = false;
    root.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={root} className={styles.menu} onToggle={() => setOpened(true)}>
      <summary
        className={styles.more}
        aria-describedby={titleId}
        onPointerEnter={CellMenuItems.fetchAhead}
        onFocus={CellMenuItems.fetchAhead}
      >
        More
        <Icon name="open" />
      </summary>
      <div className={styles.panel}>
        {opened && <CellMenuItems cell={cell} onDone={close} meanwhile="Opening…" />}
      </div>
    </details>
  );
}
