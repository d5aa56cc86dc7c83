import type { Context, Point, Rect } from '../figure-module';
import { formatNumber } from '../format';
import { magnitude } from '../ramp';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import { collapsedTo } from './collapse';
import { outline } from './draw-frame';
import { drawCollapsed, drawLetters } from './draw-letters';
import { dot } from './draw-points';
import { drawWarped } from './draw-warped';
import type { Gan2dScene } from './scene';

const EVEN = 0.15;
/** Corners of the grid, by row and column of its first or last line. */
const CORNERS = [
  { name: 'A', row: 0, column: 0 },
  { name: 'B', row: 0, column: 1 },
  { name: 'C', row: 1, column: 1 },
  { name: 'D', row: 1, column: 0 },
];

/** The two small planes: the even grid of noise, and what the generator makes of it. */
export function drawGrids(context: Context, scene: Gan2dScene, theme: Theme): void {
  const { noise, warped } = scene.layout;
  if (!noise || !warped) return;
  drawNoise(context, scene, noise, theme);
  title(context, theme, warped, 'The same grid after G');
  context.save();
  context.beginPath();
  context.rect(warped.x, warped.y, warped.width, warped.height);
  context.clip();
  drawWarped(context, scene, warped, theme, true);
  context.restore();
  outline(context, warped, theme.ruleStrong);
  const last = scene.data.lines - 1;
  const letters = CORNERS.map(({ name, row, column }) => {
    const { x, y } = scene.grid[row * last * scene.data.lines + column * last]!;
    return { name, at: { x: warped.x + x * warped.width, y: warped.y + y * warped.height } };
  });
  if (collapsedTo(scene.data) !== null) drawCollapsed(context, theme, warped, letters);
  else
    drawLetters(
      context,
      theme,
      letters.filter(({ at }) => inside(at, warped)),
    );
}

function drawNoise(context: Context, scene: Gan2dScene, plane: Rect, theme: Theme): void {
  const { lines, span } = scene.data;
  const size = formatNumber(span).replace(/\.?0+$/, '');
  title(context, theme, plane, `Noise z, ±${size} both ways`);
  context.fillStyle = magnitude(EVEN, theme);
  context.fillRect(plane.x, plane.y, plane.width, plane.height);
  context.setLineDash([]);
  context.strokeStyle = theme.inkFaint;
  context.lineWidth = 0.75;
  context.beginPath();
  for (let i = 1; i < lines - 1; i++) {
    const share = i / (lines - 1);
    context.moveTo(plane.x, plane.y + share * plane.height);
    context.lineTo(plane.x + plane.width, plane.y + share * plane.height);
    context.moveTo(plane.x + share * plane.width, plane.y);
    context.lineTo(plane.x + share * plane.width, plane.y + plane.height);
  }
  context.stroke();
  outline(context, plane, theme.ink);
  context.fillStyle = theme.paper;
  context.strokeStyle = theme.inkSoft;
  context.lineWidth = 1;
  for (const point of scene.noise) dot(context, point, 1.75);
  const letters = CORNERS.map(({ name, row, column }) => ({
    name,
    at: { x: plane.x + column * plane.width, y: plane.y + row * plane.height },
  }));
  drawLetters(context, theme, letters);
}

function title(context: Context, theme: Theme, plane: Rect, text: string): void {
  drawText(context, theme, text, plane.x, plane.y - 12, { color: theme.inkSoft, size: TEXT.small });
}

function inside({ x, y }: Point, plane: Rect): boolean {
  return x >= plane.x && x <= plane.x + plane.width && y >= plane.y && y <= plane.y + plane.height;
}
