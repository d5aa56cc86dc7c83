'use client';

import { type KeyboardEvent, useState } from 'react';
import { step, type Plane } from '@/lib/controls/plane';
import {
  addPoint,
  movePoint,
  neighbour,
  placeWords,
  pointWords,
  removePoint,
} from '@/lib/controls/point-edits';
import type { PlaneProps } from './points-plane';
import { usePlanePointer } from './use-plane-pointer';

type Place = { x: number; y: number };

const ARROWS: Record<string, readonly [number, number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What pointers and keys do to the points, and what is said of it. */
export function usePlane(props: PlaneProps, plane: Plane) {
  const { control, points, selected } = props;
  const [cursor, setCursor] = useState<Place>(() => ({
    x: (control.x[0] + control.x[1]) / 2,
    y: (control.y[0] + control.y[1]) / 2,
  }));
  const [spoken, setSpoken] = useState('');
  const pointer = usePlanePointer(props, plane, add);

  function add(at: Place) {
    const next = addPoint(points, { ...at, label: props.label });
    if (next === points) return setSpoken('There is no room for more points.');
    props.onChange(next, next.length - 1);
    setCursor(at);
    setSpoken(pointWords(control, next, next.length - 1));
  }

  function walk(by: 1 | -1) {
    const index = neighbour(points, selected, by);
    const point = points[index];
    if (point === undefined) return setSpoken('There are no points yet.');
    props.onSelect(index);
    setCursor({ x: point.x, y: point.y });
    setSpoken(pointWords(control, points, index));
  }

  function move(by: readonly [number, number], carry: boolean) {
    const point = points[selected];
    const to = step(plane, carry && point !== undefined ? point : cursor, by);
    setCursor(to);
    if (!carry || point === undefined) return setSpoken(placeWords(control, to));
    const next = movePoint(points, selected, to);
    props.onChange(next, selected);
    setSpoken(pointWords(control, next, selected));
  }

  function remove() {
    if (points[selected] === undefined) return setSpoken('Choose a point first.');
    props.onChange(removePoint(points, selected), -1);
    setSpoken(`Point ${selected + 1} removed.`);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Many keyboards write square brackets with AltGr, which counts as Ctrl and Alt.
    if ((event.ctrlKey || event.altKey || event.metaKey) && !/[[\]]/.test(event.key)) return;
    const does = actionOf(event, { add: () => add(cursor), walk, move, remove });
    if (does === null) return;
    event.preventDefault();
    does();
  }

  return { cursor, spoken, onKeyDown, pointer };
}

type Actions = {
  add(): void;
  walk(by: 1 | -1): void;
  move(by: readonly [number, number], carry: boolean): void;
  remove(): void;
};

function actionOf({ key, shiftKey }: KeyboardEvent, actions: Actions): (() => void) | null {
  const arrow = ARROWS[key];
  if (arrow !== undefined) return () => actions.move(arrow, shiftKey);
  if (key === 'Enter' || key === ' ') return actions.add;
  if (key === ']') return () => actions.walk(1);
  if (key === '[') return () => actions.walk(-1);
  if (key === 'Delete' || key === 'Backspace') return actions.remove;
  return null;
}
