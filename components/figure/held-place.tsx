'use client';

import { useRef, type ReactNode } from 'react';
import styles from './figure-view.module.css';
import { useHeldHeight } from './use-held-height';

type Props = {
  /** The reader points at something, so that the content may be higher than it is at rest. */
  pointed: boolean;
  children: ReactNode;
};

/**
 * What the reader's cursor makes appear, in a place that stays when the cursor goes. A press on a button beneath takes
 * the focus from the drawing, and with it the cursor: the button must still be there when the pointer comes up.
 */
export function HeldPlace({ pointed, children }: Props) {
  const content = useRef<HTMLDivElement>(null);
  const height = useHeldHeight(content, pointed);
  return (
    <div style={{ minHeight: height || undefined }}>
      <div ref={content} className={styles.said}>
        {children}
      </div>
    </div>
  );
}
