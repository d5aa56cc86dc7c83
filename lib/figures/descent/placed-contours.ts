import type { Point, Rect } from '../figure-module';
import { placeLabels, type ContourLabel } from './contour-labels';
import { contoursOf } from './contours';
import type { DescentData } from './scene';

export type Line = { height: number; points: Point[] };
type Drawn = { key: string; lines: Line[]; labels: ContourLabel[] };
const drawn = new WeakMap<DescentData, Drawn>();

/**
 * The contour lines in the drawing; they stay as they are while a step is shown after another. They are found when they
 * are first drawn, since nothing else asks for them and laying out is a long enough task without.
 */
export function contoursIn(data: DescentData, plot: Rect): Pick<Drawn, 'lines' | 'labels'> {
  const key = `${plot.width} ${plot.height}`;
  const known = drawn.get(data);
  if (known?.key === key) return { lines: known.lines, labels: known.labels };
  const lines = linesOf(data, plot);
  const labels = placeLabels(lines, plot);
  drawn.set(data, { key, lines, labels });
  return { lines, labels };
}

function linesOf(data: DescentData, plot: Rect): Line[] {
  return contoursOf(data).flatMap(({ height, lines }) =>
    lines.map((line) => ({
      height,
      points: line.map(([across, up]) => ({
        x: plot.x + across * plot.width,
        y: plot.y + (1 - up) * plot.height,
      })),
    })),
  );
}
