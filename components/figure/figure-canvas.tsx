'use client';

import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Cursor, Key, Picture, Pressed, Theme } from '@/lib/figures';
import styles from './figure-canvas.module.css';
import { paint } from './paint';

export type Pointed = { cursor: Cursor; by: 'key' | 'pointer' } | null;

type Props = {
  picture: Picture;
  theme: Theme | null;
  cursor: Cursor | null;
  /** Out of sight and changing: nothing is drawn. */
  asleep: boolean;
  label: string;
  describedBy: string;
  onPoint(pointed: Pointed): void;
  onPress(pressed: Pressed): void;
  onFailure(error: unknown): void;
};

const KEYS: Record<string, Key | undefined> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
};

/** The drawing, and the reader's cursor in it by pointer, touch and keyboard. */
export function FigureCanvas(props: Props) {
  const { picture, cursor, label, describedBy, onPoint, onPress } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  usePainting(ref, props);

  function point(event: PointerEvent<HTMLCanvasElement>) {
    const hit = hitBy(event, picture);
    if (JSON.stringify(hit) === JSON.stringify(cursor)) return;
    onPoint(hit && { cursor: hit, by: 'pointer' });
  }

  function press(at: Cursor | null): boolean {
    const pressed = at && picture.press(at);
    if (pressed) onPress(pressed);
    return pressed !== null;
  }

  function key(event: KeyboardEvent) {
    const key = KEYS[event.key];
    const presses = event.key === 'Enter' || event.key === ' ';
    if (presses && !event.shiftKey && press(cursor)) event.preventDefault();
    if (event.key === 'Escape' && cursor) onPoint(null);
    if (!key || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = picture.move(cursor, key);
    onPoint(next && { cursor: next, by: 'key' });
  }

  return (
    <div className={styles.scroll} data-scroller="drawing">
      <canvas
        ref={ref}
        className={styles.canvas}
        style={{ width: picture.width, height: picture.height }}
        // So that screen readers pass the arrow keys on; the sentence beside it is its text.
        // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
        role="application"
        aria-roledescription="drawing"
        aria-label={label}
        aria-describedby={describedBy}
        tabIndex={0}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={(event) => event.pointerType === 'mouse' && onPoint(null)}
        onBlur={() => onPoint(null)}
        onClick={(event) => press(hitBy(event, picture))}
        onKeyDown={key}
      />
    </div>
  );
}

function hitBy(event: MouseEvent<HTMLCanvasElement>, picture: Picture): Cursor | null {
  const box = event.currentTarget.getBoundingClientRect();
  return picture.hit({ x: event.clientX - box.left, y: event.clientY - box.top });
}

/** Paints once in the next animation frame after anything changed. */
function usePainting(ref: React.RefObject<HTMLCanvasElement | null>, props: Props): void {
  const { picture, theme, cursor, asleep, onFailure } = props;
  useEffect(() => {
    if (!theme || asleep) return;
    const id = requestAnimationFrame(() => {
      try {
        if (ref.current) paint(ref.current, picture, theme, cursor);
      } catch (error) {
        onFailure(error);
      }
    });
    return () => cancelAnimationFrame(id);
  }, [ref, picture, theme, cursor, asleep, onFailure]);
}
