'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './output.module.css';

/** Further down than any box is long. */
const END = 1e9;

type Props = {
  label: string;
  /** Keeps the newest line in view, unless the reader has scrolled up. Changes with the content. */
  follow?: number;
  children: ReactNode;
};

/** A box of bounded height that scrolls inside itself, and can be reached by keyboard when it does. */
export function ScrollBox({ label, follow, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setScrolls(isOverflowing(element)));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (follow !== undefined && atEnd.current) box.current?.scrollTo({ top: END });
  }, [follow]);
  return (
    <div
      ref={box}
      className={styles.scroll}
      role="group"
      aria-label={label}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 8;
      }}
      tabIndex={scrolls ? 0 : undefined}
    >
      <div>{children}</div>
    </div>
  );
}

function isOverflowing(element: HTMLElement): boolean {
  return (
    element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
  );
}
