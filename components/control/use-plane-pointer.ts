'use client';

import { type PointerEvent, useRef } from 'react';
import { hitPoint, pointAt, type Plane, type Spot } from '@/lib/controls/plane';
import { movePoint, type Points } from '@/lib/controls/point-edits';
import type { PlaneProps } from './points-plane';

type Gesture = { pointer: number; from: Spot; index: number; moved: boolean; points: Points };

/** From a point's middle, in CSS pixels: a finger hides more than a mouse's arrow. */
const REACH = { mouse: 10, other: 16 };
/** A press that moves less than this is a click. */
const SLOP = 4;

/** A press on the plane adds a point, on a point chooses it, or moves it; one pointer at a time. */
export function usePlanePointer(
  { points, onSelect, onGrab, onDrag, onDrop }: PlaneProps,
  plane: Plane,
  add: (at: { x: number; y: number }) => void,
) {
  const gesture = useRef<Gesture | null>(null);

  function onPointerDown(event: PointerEvent<SVGSVGElement>) {
    if (gesture.current !== null || event.button !== 0) return;
    const from = spotIn(event);
    const reach = event.pointerType === 'mouse' ? REACH.mouse : REACH.other;
    const index = hitPoint(plane, points, from, reach);
    gesture.current = { pointer: event.pointerId, from, index, moved: false, points };
    event.currentTarget.setPointerCapture(event.pointerId);
    if (index >= 0) onSelect(index);
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    const begun = gesture.current;
    if (begun?.pointer !== event.pointerId) return;
    const at = spotIn(event);
    const far = Math.hypot(at.left - begun.from.left, at.top - begun.from.top);
    if (!begun.moved && far < SLOP) return;
    const first = !begun.moved;
    begun.moved = true;
    if (begun.index < 0) return;
    if (first) onGrab();
    begun.points = movePoint(begun.points, begun.index, pointAt(plane, at));
    onDrag(begun.points);
  }

  function onPointerUp(event: PointerEvent<SVGSVGElement>) {
    const begun = gesture.current;
    if (begun?.pointer !== event.pointerId) return;
    leave(event);
    if (begun.index < 0 && !begun.moved) add(pointAt(plane, begun.from));
  }

  /** Also when the browser takes the gesture over, to scroll: what was moved so far stays. */
  function leave(event: PointerEvent<SVGSVGElement>) {
    const begun = gesture.current;
    if (begun?.pointer !== event.pointerId) return;
    gesture.current = null;
    if (begun.index >= 0 && begun.moved) onDrop(begun.points);
  }

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: leave,
    onLostPointerCapture: leave,
  };
}

function spotIn({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Spot {
  const box = currentTarget.getBoundingClientRect();
  return { left: clientX - box.left, top: clientY - box.top };
}
