'use client';

import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react';
import { CellGraph } from '@/components/graph/cell-graph';
import { useLesson } from '@/components/lesson/use-lesson';
import styles from './lesson-panel.module.css';
import { VariablesTable } from './variables-table';

export type PanelName = 'variables' | 'map';

type Props = { name: PanelName; onClose: () => void };

/** What the lesson's cells hold, or how they hang together; beside the text, or above the toolbar where there is no room. */
export function LessonPanel({ name, onClose }: Props) {
  const store = useLesson();
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => panel.current?.focus({ preventScroll: true }), [name]);
  // The map comes from the kernel's reading of the code.
  useEffect(() => store.prepare(), [store]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  });
  useEffect(() => {
    const element = panel.current;
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, []);
  return (
    <section
      ref={panel}
      className={styles.panel}
      data-panel={name}
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {TITLES[name]}
        </h2>
        <button type="button" className={styles.close} onClick={onClose}>
          Close
        </button>
      </div>
      <div className={styles.body}>{content(name)}</div>
    </section>
  );
}

const TITLES: Record<PanelName, string> = {
  variables: 'Variables',
  map: 'What feeds what',
};

function content(name: PanelName): ReactNode {
  switch (name) {
    case 'variables':
      return <VariablesTable />;
    case 'map':
      return <CellGraph />;
    default:
      return name satisfies never;
  }
}
