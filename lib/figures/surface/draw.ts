import type { Context } from '../figure-module';
import type { Theme } from '../theme';
import type { SurfaceCursor } from './cursor';
import { drawAxes } from './draw-axes';
import { drawPlane } from './draw-plane';
import { drawEdges, drawPictures } from './draw-units';
import { drawKey } from './draw-key';
import type { Shown, SurfaceScene } from './scene';

/** What the plane shows: the unit that is pointed at, else the one that was pressed, else the answer (null). */
export function shownUnit(scene: SurfaceScene, cursor: SurfaceCursor | null): Shown | null {
  const pointed = cursor?.part === 'unit' && cursor.from === null ? cursor : scene.pinned;
  if (!pointed || scene.data.grid) return null;
  const isAnswer = pointed.layer === scene.layers.length && scene.layers.at(-1)?.units === 1;
  return isAnswer ? null : { layer: pointed.layer, unit: pointed.unit };
}

export function drawSurface(
  context: Context,
  scene: SurfaceScene,
  theme: Theme,
  cursor: SurfaceCursor | null,
): void {
  const shown = shownUnit(scene, cursor);
  drawEdges(context, scene, theme, cursor);
  drawPictures(context, scene, theme, shown);
  drawPlane(context, scene, theme, shown, cursor);
  drawAxes(context, scene, theme, shown);
  drawKey(context, scene, theme, shown);
}
