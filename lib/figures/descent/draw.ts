import type { Context, CursorOf } from '../figure-module';
import type { Theme } from '../theme';
import { drawPaths } from './draw-paths';
import { drawRace } from './draw-race';
import { drawSurface } from './draw-surface';
import { fieldOf } from './field';
import { runColor } from './run-look';
import { placeOf, type DescentScene } from './scene';

/** Length of the arrow that points down the slope. */
const ARROW = 34;

export function drawDescent(
  context: Context,
  scene: DescentScene,
  theme: Theme,
  cursor: CursorOf<'descent'> | null,
): void {
  drawSurface(context, scene, theme);
  drawPaths(context, scene, theme);
  drawRace(context, scene, theme);
  if (!cursor) return;
  if ('path' in cursor) drawSpot(context, scene, theme, cursor);
  else drawPlace(context, scene, theme, cursor.x, cursor.y);
}

/** A ring on a run's step, in both pictures. */
function drawSpot(
  context: Context,
  scene: DescentScene,
  theme: Theme,
  { path, step }: { path: number; step: number },
): void {
  const run = scene.runs[path];
  const spot = run?.spots[step];
  if (!run || !spot) return;
  const own = placeOf(scene, spot.x, spot.y);
  const { plot } = scene;
  const isIn = own.x >= plot.x && own.x <= plot.x + plot.width && own.y >= plot.y && own.y <= plot.y + plot.height; // prettier-ignore
  const places = [...(isIn ? [own] : []), ...[scene.race.lines[path]![step]!]];
  for (const { x, y } of places.filter((place) => Number.isFinite(place.y))) {
    ring(context, x, y, 8, theme.paper, 5);
    ring(context, x, y, 8, runColor(run.index, theme), 2.5);
  }
  if (isIn) drawArrow(context, scene, theme, spot);
}

/** A cross-hair where the reader points, and the way down from there. */
function drawPlace(
  context: Context,
  scene: DescentScene,
  theme: Theme,
  x: number,
  y: number,
): void {
  const slope = fieldOf(scene.data)(x, y);
  const place = placeOf(scene, x, y);
  ring(context, place.x, place.y, 4, theme.paper, 4);
  ring(context, place.x, place.y, 4, theme.ink, 1.5);
  if (slope) drawArrow(context, scene, theme, { x, y, ...slope });
}

function ring(
  context: Context,
  x: number,
  y: number,
  radius: number,
  color: string,
  width: number,
): void {
  context.setLineDash([]);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

/** Along minus the gradient, as it lies in the drawing. */
function drawArrow(
  context: Context,
  scene: DescentScene,
  theme: Theme,
  { x, y, dx, dy }: { x: number; y: number; dx: number; dy: number },
): void {
  const { data, plot } = scene;
  const across = (-dx / (data.x[1] - data.x[0])) * plot.width;
  const up = (-dy / (data.y[1] - data.y[0])) * plot.height;
  const length = Math.hypot(across, up);
  if (!(length > 0) || !Number.isFinite(length)) return;
  const [ux, uy] = [across / length, -up / length];
  const from = placeOf(scene, x, y);
  const tip = { x: from.x + ux * ARROW, y: from.y + uy * ARROW };
  for (const [color, width] of [
    [theme.paper, 5],
    [theme.ink, 2],
  ] as const) {
    // prettier-ignore
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(from.x + ux * 8, from.y + uy * 8);
    context.lineTo(tip.x, tip.y);
    context.lineTo(tip.x - 7 * ux - 4 * uy, tip.y - 7 * uy + 4 * ux);
    context.moveTo(tip.x, tip.y);
    context.lineTo(tip.x - 7 * ux + 4 * uy, tip.y - 7 * uy - 4 * ux);
    context.stroke();
  }
}
