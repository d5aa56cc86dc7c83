import type { Context } from '../figure-module';
import { diverging } from '../ramp';
import { rasterOf } from '../raster';
import type { Theme } from '../theme';
import type { Gan2dScene } from './scene';

/** The ends of the ramp would drown the points: certainty takes this share of it. */
const STRENGTH = 0.62;

/** The colour of what a discriminator gives: 0 "generated" blue, a half paper, 1 "real" orange. */
export function beliefColor(belief: number, theme: Theme): string {
  return diverging((2 * belief - 1) * STRENGTH, theme);
}

export function drawSurface(context: Context, { data, layout }: Gan2dScene, theme: Theme): void {
  if (data.side === 0) return;
  const colorAt = (index: number) => beliefColor((data.surface[index] ?? 0) / 255, theme);
  context.drawRaster(rasterOf(data.side, data.side, colorAt), layout.plot, true);
}

/** Where the discriminator gives a half. */
export function drawBoundary(context: Context, scene: Gan2dScene, theme: Theme): void {
  const { x, y, width, height } = scene.layout.plot;
  context.beginPath();
  for (const [x0, y0, x1, y1] of scene.boundary) {
    context.moveTo(x + x0 * width, y + y0 * height);
    context.lineTo(x + x1 * width, y + y1 * height);
  }
  context.setLineDash([]);
  context.strokeStyle = theme.inkSoft;
  context.lineWidth = 1.5;
  context.stroke();
}
