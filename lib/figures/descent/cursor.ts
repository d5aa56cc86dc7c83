import type { CursorOf, Key, Point, Pressed } from '../figure-module';
import { formatCount, formatNumber } from '../format';
import { fieldOf } from './field';
import { placeOf, valueAt, type DescentScene } from './scene';

type DescentCursor = CursorOf<'descent'>;
/** How far from a step still counts, CSS pixels. */
const REACH = 10;

/** A step of a run, where there is one near; else the place on the surface. */
export function hitDescent(scene: DescentScene, point: Point): DescentCursor | null {
  const { plot, race } = scene;
  if (isIn(point, race.plot, 8)) return nearestLine(scene, point);
  if (!isIn(point, plot, 0)) return null;
  const spot = nearestSpot(scene, point);
  return spot ?? { kind: 'descent', ...valueAt(scene, point) };
}

const isIn = ({ x, y }: Point, box: DescentScene['plot'], slack: number) =>
  x >= box.x - slack &&
  x <= box.x + box.width + slack &&
  y >= box.y - slack &&
  y <= box.y + box.height + slack;

function nearestSpot(scene: DescentScene, point: Point): DescentCursor | null {
  let best: { path: number; step: number; distance: number } | null = null;
  scene.runs.forEach(({ spots }, path) => {
    for (let step = 0; step <= Math.min(scene.step, spots.length - 1); step++) {
      const place = placeOf(scene, spots[step]!.x, spots[step]!.y);
      const distance = Math.hypot(place.x - point.x, place.y - point.y);
      if (distance <= REACH && (!best || distance < best.distance)) best = { path, step, distance };
    }
  });
  const found = best as { path: number; step: number } | null;
  return found && { kind: 'descent', path: found.path, step: found.step };
}

/** In the race: the step below the pointer, of the line that is nearest there. */
function nearestLine({ race, runs }: DescentScene, { x, y }: Point): DescentCursor | null {
  let best: { path: number; step: number; distance: number } | null = null;
  race.lines.forEach((line, path) => {
    if (line.length === 0) return;
    const width = race.xOf(1) - race.xOf(0);
    const step = Math.min(line.length - 1, Math.max(0, Math.round((x - race.xOf(0)) / width)));
    const place = line[step]!;
    const distance = Math.hypot(place.x - x, Number.isFinite(place.y) ? place.y - y : 1e3);
    if (!best || distance < best.distance) best = { path, step, distance };
  });
  const found = best as { path: number; step: number } | null;
  return found && runs[found.path] ? { kind: 'descent', path: found.path, step: found.step } : null;
}

/** Left and right a step along a run, up and down from run to run, Home and End to its start and the step shown. */
export function moveDescent(
  scene: DescentScene,
  cursor: DescentCursor | null,
  key: Key,
): DescentCursor {
  const at = (path: number, step: number): DescentCursor => {
    const own = Math.min(Math.max(0, scene.runs.length - 1), Math.max(0, path));
    const last = Math.max(0, (scene.runs[own]?.spots.length ?? 1) - 1);
    return { kind: 'descent', path: own, step: Math.min(last, Math.max(0, step)) };
  };
  if (!cursor || !('path' in cursor)) return at(0, scene.step);
  const { path, step } = cursor;
  switch (key) {
    case 'left':
      return at(path, step - 1);
    case 'right':
      return at(path, step + 1);
    case 'up':
      return at(path - 1, step);
    case 'down':
      return at(path + 1, step);
    case 'home':
      return at(path, 0);
    case 'end':
      return at(path, scene.step);
    default:
      return key satisfies never;
  }
}

export function readDescent(scene: DescentScene, cursor: DescentCursor): string {
  const [x, y] = scene.data.names;
  if ('path' in cursor) {
    const run = scene.runs[cursor.path];
    const spot = run?.spots[cursor.step];
    if (!run || !spot) return '';
    const place = `${x} ${formatNumber(spot.x)}, ${y} ${formatNumber(spot.y)}`;
    return `${run.name}, step ${formatCount(cursor.step)}: ${place}, loss ${formatNumber(spot.loss)}, ${slopeWords(spot)}`;
  }
  const slope = fieldOf(scene.data)(cursor.x, cursor.y);
  const place = `${x} ${formatNumber(cursor.x)}, ${y} ${formatNumber(cursor.y)}`;
  if (!slope) return place;
  return `${place}: loss ${formatNumber(slope.loss)}, ${slopeWords(slope)}. Press to start here.`;
}

const slopeWords = ({ dx, dy }: { dx: number; dy: number }) =>
  `gradient (${formatNumber(dx)}, ${formatNumber(dy)})`;

/** A press on the surface starts all runs there; one on a step shows that step. */
export function pressDescent(_: DescentScene, cursor: DescentCursor): Pressed {
  if ('path' in cursor) return { settings: { step: cursor.step } };
  return { settings: { x: cursor.x, y: cursor.y } };
}
