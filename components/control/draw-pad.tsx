'use client';

import { useState } from 'react';
import { padSide } from '@/lib/controls/draw-grid';
import styles from './draw.module.css';
import { usePadPainting } from './use-pad-painting';
import { usePen } from './use-pen';

export type PadProps = {
  size: number;
  grid: Float32Array;
  labelledBy: string;
  describedBy: string;
  /** A stroke begins. */
  onBegin: () => void;
  /** The drawing in the midst of a stroke, and at its end. */
  onSketch: (grid: Float32Array) => void;
  onDrawn: (grid: Float32Array) => void;
};

/** The pad itself, for a pen, a finger, a mouse or the arrow keys. */
export function DrawPad(props: PadProps) {
  const { size, grid, labelledBy, describedBy } = props;
  const canvas = usePadPainting(grid);
  const [focused, setFocused] = useState(false);
  const { cursor, press, ...pointer } = usePen(props);
  return (
    <div className={styles.pad} style={{ width: padSide(size) }}>
      <canvas
        ref={canvas}
        width={size}
        height={size}
        className={styles.canvas}
        style={{ backgroundSize: `${100 / size}% ${100 / size}%` }}
        // So that screen readers pass the arrow keys on; the sentence beside it is its text.
        // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
        role="application"
        aria-roledescription="drawing pad"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        tabIndex={0}
        onKeyDown={(event) => {
          setFocused(true);
          press(event);
        }}
        onFocus={(event) => setFocused(event.target.matches(':focus-visible'))}
        onBlur={() => setFocused(false)}
        {...pointer}
      />
      {focused && (
        <span
          className={styles.cursor}
          style={{
            left: `${(100 * cursor.column) / size}%`,
            top: `${(100 * cursor.row) / size}%`,
            width: `${100 / size}%`,
          }}
        />
      )}
      <p className={styles.place} aria-live="polite">
        {focused && `row ${cursor.row + 1}, column ${cursor.column + 1}`}
      </p>
    </div>
  );
}
