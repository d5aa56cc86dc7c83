'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { inkLine, type Place } from '@/lib/controls/draw-grid';
import type { PadProps } from './draw-pad';

type PadCell = { column: number; row: number };
type Stroke = { pointer: number; at: Place; grid: Float32Array };

const ARROWS: Record<string, readonly [number, number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Strokes of a pointer and of the keyboard; one pointer draws at a time. */
export function usePen({ size, grid, onBegin, onSketch, onDrawn }: PadProps) {
  const [cursor, setCursor] = useState<PadCell>(() => ({ column: size >> 1, row: size >> 1 }));
  // Moves may come faster than the pad is drawn anew, and each goes on from the one before it.
  const stroke = useRef<Stroke | null>(null);

  function onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
    if (stroke.current !== null || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = placeOf(event.currentTarget, event, size);
    const drawn = withLine(grid, size, [at, at]);
    onBegin();
    stroke.current = { pointer: event.pointerId, at, grid: drawn };
    onSketch(drawn);
  }

  function onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
    const begun = stroke.current;
    if (begun?.pointer !== event.pointerId) return;
    const { currentTarget: pad, nativeEvent } = event;
    const between = nativeEvent.getCoalescedEvents?.() ?? [];
    const moves = between.length > 0 ? between : [nativeEvent];
    const places = moves.map((move) => placeOf(pad, move, size));
    const drawn = withLine(begun.grid, size, [begun.at, ...places]);
    stroke.current = { ...begun, at: places.at(-1) ?? begun.at, grid: drawn };
    onSketch(drawn);
  }

  function end(event: PointerEvent) {
    const begun = stroke.current;
    if (begun?.pointer !== event.pointerId) return;
    stroke.current = null;
    onDrawn(begun.grid);
  }

  function press(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || stroke.current !== null) return;
    const arrow = ARROWS[event.key];
    const dot = event.key === 'Enter' || event.key === ' ';
    if (arrow === undefined && !dot) return;
    event.preventDefault();
    const next = moved(cursor, arrow ?? [0, 0], size);
    setCursor(next);
    if (!dot && !event.shiftKey) return;
    onBegin();
    onDrawn(withLine(grid, size, [middle(cursor), middle(next)]));
  }

  return {
    cursor,
    press,
    onPointerDown,
    onPointerMove,
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
  };
}

/** A copy of the drawing with a line through the places. */
function withLine(grid: Float32Array, size: number, places: readonly Place[]): Float32Array {
  const drawn = grid.slice();
  for (let at = 1; at < places.length; at++) inkLine(drawn, size, places[at - 1]!, places[at]!);
  return drawn;
}

function placeOf(
  pad: HTMLCanvasElement,
  { clientX, clientY }: { clientX: number; clientY: number },
  size: number,
): Place {
  const box = pad.getBoundingClientRect();
  return {
    x: ((clientX - box.left) / box.width) * size,
    y: ((clientY - box.top) / box.height) * size,
  };
}

function moved({ column, row }: PadCell, [right, down]: readonly [number, number], size: number) {
  const within = (at: number) => Math.min(size - 1, Math.max(0, at));
  return { column: within(column + right), row: within(row + down) };
}

function middle({ column, row }: PadCell): Place {
  return { x: column + 0.5, y: row + 0.5 };
}
