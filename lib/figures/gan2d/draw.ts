import type { Context, CursorOf } from '../figure-module';
import { drawGrids } from './draw-grids';
import { drawKey } from './draw-key';
import { drawArrows, drawPoints } from './draw-points';
import { drawBoundary, drawSurface } from './draw-surface';
import { drawFrame } from './draw-frame';
import { drawChosen } from './draw-chosen';
import type { Gan2dScene } from './scene';
import { drawWarped } from './draw-warped';
import type { Theme } from '../theme';

export function drawGan2d(
  context: Context,
  scene: Gan2dScene,
  theme: Theme,
  cursor: CursorOf<'gan2d'> | null,
): void {
  const { plot } = scene.layout;
  context.save();
  context.beginPath();
  context.rect(plot.x, plot.y, plot.width, plot.height);
  context.clip();
  if (scene.shown.surface) drawSurface(context, scene, theme);
  if (scene.shown.grid) drawWarped(context, scene, plot, theme, false);
  if (scene.shown.surface) drawBoundary(context, scene, theme);
  if (scene.shown.arrows) drawArrows(context, scene, theme, cursor);
  drawPoints(context, scene, theme, cursor);
  context.restore();
  drawFrame(context, scene, theme);
  drawKey(context, scene, theme);
  drawGrids(context, scene, theme);
  if (cursor) drawChosen(context, scene, theme, cursor);
}
