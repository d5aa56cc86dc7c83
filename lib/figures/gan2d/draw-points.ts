import type { Context, CursorOf, Point } from '../figure-module';
import { mix } from '../color';
import type { Theme } from '../theme';
import type { Gan2dScene } from './scene';

export const RADIUS = 3;
const SHORTEST = 2.5;

/** Real points are filled, generated ones hollow. */
export function drawPoints(
  context: Context,
  { shown, real, generated }: Gan2dScene,
  theme: Theme,
  cursor: CursorOf<'gan2d'> | null,
): void {
  context.setLineDash([]);
  context.fillStyle = cursor ? mix(theme.paper, theme.ink, 0.55) : theme.ink;
  context.strokeStyle = theme.paper;
  context.lineWidth = 0.75;
  if (shown.real) for (const point of real) dot(context, point, RADIUS - 0.25);
  context.fillStyle = theme.paper;
  context.strokeStyle = cursor ? mix(theme.paper, theme.ink, 0.55) : theme.ink;
  context.lineWidth = 1.4;
  if (shown.generated) for (const point of generated) dot(context, point, RADIUS);
}

export function dot(context: Context, { x, y }: Point, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

export function drawArrows(
  context: Context,
  { generated, arrows }: Gan2dScene,
  theme: Theme,
  cursor: CursorOf<'gan2d'> | null,
): void {
  context.setLineDash([]);
  context.strokeStyle = cursor ? mix(theme.paper, theme.accent, 0.5) : theme.accent;
  context.lineWidth = 1.25;
  context.lineCap = 'round';
  generated.forEach((from, i) => drawArrow(context, from, arrows[i]!));
}

/** A line with a head; nothing where it would be no longer than the point that it starts from. */
export function drawArrow(context: Context, from: Point, { x, y }: Point): void {
  const length = Math.hypot(x, y);
  if (length < SHORTEST) return;
  const tip = { x: from.x + x, y: from.y + y };
  const head = Math.min(5, length / 2) / length;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(tip.x, tip.y);
  context.moveTo(tip.x - (x - y * 0.6) * head, tip.y - (y + x * 0.6) * head);
  context.lineTo(tip.x, tip.y);
  context.lineTo(tip.x - (x + y * 0.6) * head, tip.y - (y - x * 0.6) * head);
  context.stroke();
}
