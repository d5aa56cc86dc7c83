'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './scroller.module.css';

/** A box that scrolls inside itself when its content is too wide, and can be reached by keyboard while it does. */
export function Scroller({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setScrolls(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    // A line of text does not resize its box when its font arrives.
    document.fonts.ready.then(look, () => {});
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className={styles.scroller}
      data-scroller=""
      role="group"
      aria-label={label}
      tabIndex={scrolls ? 0 : undefined}
    >
      {children}
    </div>
  );
}
