import { formatTick } from '@/lib/figures/format';
import { niceTicks } from '@/lib/figures/ticks';
import type { Control, ControlPoint } from '@/lib/protocol';

export type PointsControl = Extract<Control, { kind: 'points' }>;

/** In CSS pixels from the drawing's upper left corner. */
export type Spot = { left: number; top: number };

export type Tick = { at: number; text: string };

/** A plane of points as it is drawn. The inner box is where points can be. */
export type Plane = {
  width: number;
  height: number;
  box: { left: number; top: number; width: number; height: number };
  /** `at`: CSS pixels from the left, and from the top. */
  xTicks: Tick[];
  yTicks: Tick[];
  x: readonly [number, number];
  y: readonly [number, number];
};

const MARGIN = { top: 8, right: 12, bottom: 24, left: 44 };
const TICK_EVERY = { x: 72, y: 48 };

/** Lays the plane out. @param width of the whole drawing, in CSS pixels */
export function layPlane({ x, y }: Pick<PointsControl, 'x' | 'y'>, width: number): Plane {
  const inner = Math.max(80, width - MARGIN.left - MARGIN.right);
  const box = {
    left: MARGIN.left,
    top: MARGIN.top,
    width: inner,
    height: Math.round(Math.min(inner, 320) * 0.75),
  };
  const plane = {
    width: box.left + box.width + MARGIN.right,
    height: box.top + box.height + MARGIN.bottom,
    box,
    x,
    y,
  };
  return {
    ...plane,
    xTicks: ticks(x, box.width / TICK_EVERY.x).map(({ value, text }) => ({
      at: spotOf(plane, { x: value, y: y[0] }).left,
      text,
    })),
    yTicks: ticks(y, box.height / TICK_EVERY.y).map(({ value, text }) => ({
      at: spotOf(plane, { x: x[0], y: value }).top,
      text,
    })),
  };
}

type Drawn = Pick<Plane, 'box' | 'x' | 'y'>;

/** Where a point of the plane is drawn. */
export function spotOf({ box, x, y }: Drawn, point: { x: number; y: number }): Spot {
  return {
    left: box.left + ((point.x - x[0]) / (x[1] - x[0])) * box.width,
    top: box.top + (1 - (point.y - y[0]) / (y[1] - y[0])) * box.height,
  };
}

/** The point of the plane that is drawn there, at the precision of half a pixel; beyond the edge, the edge. */
export function pointAt({ box, x, y }: Drawn, { left, top }: Spot): { x: number; y: number } {
  const across = clamp((left - box.left) / box.width);
  const up = clamp(1 - (top - box.top) / box.height);
  return {
    x: round(x, x[0] + across * (x[1] - x[0]), box.width),
    y: round(y, y[0] + up * (y[1] - y[0]), box.height),
  };
}

/** The index of the point that is drawn nearest, within `reach` CSS pixels; of equals, the one on top. -1 for none. */
export function hitPoint(
  plane: Drawn,
  points: readonly ControlPoint[],
  { left, top }: Spot,
  reach: number,
): number {
  let found = -1;
  let nearest = reach;
  points.forEach((point, index) => {
    const spot = spotOf(plane, point);
    const far = Math.hypot(spot.left - left, spot.top - top);
    if (far > nearest) return;
    found = index;
    nearest = far;
  });
  return found;
}

/** A place moved by steps of a fiftieth of each axis, kept on the plane. */
export function step(
  { x, y }: Pick<Plane, 'x' | 'y'>,
  from: { x: number; y: number },
  [right, up]: readonly [number, number],
): { x: number; y: number } {
  return { x: stepAlong(x, from.x, right), y: stepAlong(y, from.y, up) };
}

/** A coordinate as text, with the digits that a step of the cursor needs. */
export function coordinateText([min, max]: readonly [number, number], value: number): string {
  return formatTick(value, 10 ** Math.floor(Math.log10((max - min) / STEPS)));
}

const STEPS = 50;

function stepAlong(range: readonly [number, number], from: number, steps: number): number {
  if (steps === 0) return from;
  const [min, max] = range;
  const moved = from + (steps * (max - min)) / STEPS;
  return Math.min(max, Math.max(min, round(range, moved, 1_000)));
}

function ticks([min, max]: readonly [number, number], count: number) {
  const { values, step: apart } = niceTicks(min, max, Math.max(2, Math.floor(count)));
  return values
    .filter((value) => value >= min - apart * 1e-9 && value <= max + apart * 1e-9)
    .map((value) => ({ value, text: formatTick(value, apart) }));
}

/** To as many decimals as tell half a pixel from the next. */
function round([min, max]: readonly [number, number], value: number, pixels: number): number {
  const decimals = Math.ceil(-Math.log10((max - min) / (2 * pixels)));
  const rounded = Number(value.toFixed(Math.min(15, Math.max(0, decimals))));
  return Math.min(max, Math.max(min, rounded));
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
