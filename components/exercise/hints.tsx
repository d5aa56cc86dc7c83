'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Prose } from '@/components/mdx/prose';
import parts from './exercise.module.css';
import styles from './hints.module.css';

type Props = { shown: number; hints: readonly ReactNode[] };

/**
 * The hints that were asked for, in order; the newest takes the focus. The others wait in the page, unseen, and without
 * scripts, where nobody can ask for them, folded.
 */
export function Hints({ shown, hints }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const newest = list.current?.children[shown - 1];
    if (newest instanceof HTMLElement) newest.focus({ preventScroll: false });
  }, [shown]);
  if (hints.length === 0) return null;
  return (
    <ol ref={list} className={styles.hints} hidden={shown === 0} data-hints="">
      {hints.map((hint, at) => (
        <li key={at} hidden={at >= shown} tabIndex={-1} className={styles.hint}>
          <details open={at < shown}>
            <summary className={parts.label}>
              Hint {at + 1} of {hints.length}
            </summary>
            <Prose className={`${parts.words} ${styles.words}`}>{hint}</Prose>
          </details>
        </li>
      ))}
    </ol>
  );
}
