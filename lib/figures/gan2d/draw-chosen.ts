import type { Context, CursorOf } from '../figure-module';
import type { Theme } from '../theme';
import { dot, drawArrow } from './draw-points';
import type { Gan2dScene } from './scene';

/** The point at the cursor, its arrow, and the noise that it was made from. */
export function drawChosen(
  context: Context,
  { generated, arrows, noise }: Gan2dScene,
  theme: Theme,
  { point }: CursorOf<'gan2d'>,
): void {
  const at = generated[point];
  if (!at) return;
  for (const [color, width] of [
    [theme.paper, 5],
    [theme.accent, 2.5],
  ] as const) {
    // prettier-ignore
    context.strokeStyle = color;
    context.lineWidth = width;
    drawArrow(context, at, arrows[point]!);
  }
  for (const place of [at, noise[point]]) {
    if (!place) continue;
    context.fillStyle = theme.paper;
    context.strokeStyle = theme.paper;
    context.lineWidth = 3;
    dot(context, place, 7);
    context.strokeStyle = theme.accent;
    context.lineWidth = 2.5;
    dot(context, place, 5);
  }
}
