'use client';

import { useEffect, useRef } from 'react';
import styles from './cell-editor.module.css';
import { loadMonaco } from './monaco/load-monaco';
import { serves } from './plain-screens';

type Props = {
  before: string;
  after: string;
  label: string;
  /** Whether Monaco shows it; false when it is taken away. */
  onShown(shown: boolean): void;
};

/** A place in which Monaco shows how two codes differ; empty until it does, and where it is not used. */
export function DiffPlace({ before, after, label, onShown }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(onShown);
  useEffect(() => {
    shown.current = onShown;
  });
  useEffect(() => {
    const element = place.current;
    if (element === null || !serves('monaco')) return;
    let takeAway: (() => void) | null = null;
    let gone = false;
    Promise.all([loadMonaco(), import('./monaco/show-diff')]).then(
      ([{ monaco }, { showDiff }]) => {
        if (gone) return;
        const texts = { before, after, label };
        takeAway = showDiff(monaco, element, texts, () => shown.current(true));
      },
      // The lines of text are there already.
      () => {},
    );
    return () => {
      gone = true;
      takeAway?.();
      shown.current(false);
    };
  }, [before, after, label]);
  return <div ref={place} className={styles.diffPlace} />;
}
