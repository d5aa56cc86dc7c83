import type { Context, Point, Rect } from '../figure-module';
import { magnitude } from '../ramp';
import type { Theme } from '../theme';
import type { Gan2dScene } from './scene';

/** A cell that has shrunk to this share of what an even spread would give it is as dark as any. */
const DENSEST = 1 / 16;
const RAMP = 0.6;

/**
 * The grid of noise where the generator puts it; filled, a cell is the darker the smaller it has become, since it still
 * holds as many of the points.
 */
export function drawWarped(
  context: Context,
  { grid, data: { lines } }: Gan2dScene,
  plane: Rect,
  theme: Theme,
  isFilled: boolean,
): void {
  if (lines < 2) return;
  const at = (row: number, column: number): Point => {
    const { x, y } = grid[row * lines + column]!;
    return { x: plane.x + x * plane.width, y: plane.y + y * plane.height };
  };
  context.setLineDash([]);
  if (isFilled) fillCells(context, at, lines, plane, theme);
  for (let i = 0; i < lines; i++) {
    const isRim = i === 0 || i === lines - 1;
    context.strokeStyle = isRim ? theme.ink : theme.inkFaint;
    context.lineWidth = isRim ? 1.5 : 0.75;
    line(context, lines, (j) => at(i, j));
    line(context, lines, (j) => at(j, i));
  }
}

function line(context: Context, count: number, at: (index: number) => Point): void {
  context.beginPath();
  for (let j = 0; j < count; j++) {
    const { x, y } = at(j);
    if (j === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}

function fillCells(
  context: Context,
  at: (row: number, column: number) => Point,
  lines: number,
  plane: Rect,
  theme: Theme,
): void {
  const even = (plane.width * plane.height) / (lines - 1) ** 2;
  for (let row = 0; row + 1 < lines; row++) {
    for (let column = 0; column + 1 < lines; column++) {
      const corners = [
        at(row, column),
        at(row, column + 1),
        at(row + 1, column + 1),
        at(row + 1, column),
      ];
      const share =
        Math.log2(1 + even / Math.max(1e-6, areaOf(corners))) / Math.log2(1 + 1 / DENSEST);
      context.fillStyle = magnitude(RAMP * Math.min(1, share), theme);
      context.beginPath();
      corners.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
      context.closePath();
      context.fill();
    }
  }
}

/** The shoelace formula. */
export function areaOf(corners: readonly Point[]): number {
  const doubled = corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % corners.length]!;
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(doubled) / 2;
}
