'use client';

import { type ReactNode, useState } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';
import { LateInside } from './late-inside';
import styles from './value.module.css';

type Props = {
  /** What is said of the value in one line. */
  line: ReactNode;
  initiallyOpen: boolean;
  children: ReactNode;
};

/** Children are made when they are first opened: a tree of thousands costs nothing shut. */
export function Disclosure({ line, initiallyOpen, children }: Props) {
  const [open, setOpen] = useState(initiallyOpen);
  const hydrated = useHydrated();
  const words = (
    <>
      <svg className={styles.arrow} viewBox="0 0 8 8" aria-hidden="true">
        <path d="M2 1l4 3-4 3z" />
      </svg>
      <span>{line}</span>
    </>
  );
  return (
    <div className={styles.node}>
      {hydrated ? (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onPointerEnter={LateInside.fetchAhead}
          onFocus={LateInside.fetchAhead}
        >
          {words}
        </button>
      ) : (
        // A recorded value, which without scripts can't be opened further.
        <span className={`${styles.toggle} ${styles.waiting}`}>{words}</span>
      )}
      {open ? children : null}
    </div>
  );
}
