import { drawMark } from '../class-shape';
import type { Context } from '../figure-module';
import { formatNumber } from '../format';
import { drawText, fitText, TEXT, textWidth } from '../text';
import type { Theme } from '../theme';
import { surfaceColor } from './field-raster';
import { meaningOf } from './meaning';
import type { Shown, SurfaceScene } from './scene';

const PIECES = 32;
const BAR = { width: 96, height: 8 };

/** Under the plot what its colours mean: a ramp between its ends, with the classes that they stand for. */
export function drawKey(
  context: Context,
  scene: SurfaceScene,
  theme: Theme,
  shown: Shown | null,
): void {
  const { plot, data, fields } = scene;
  const y = plot.y + plot.height + 62;
  const outputs = fields.values[fields.values.length - 1]?.length ?? 0;
  if (!shown && outputs > 1) drawClasses(context, scene, theme, y);
  else
    drawRamp(
      context,
      scene,
      theme,
      shown,
      y,
      shown || data.classes.length === 0 ? [] : data.labels,
    );
}

/** Without the zeros at its end. */
const short = (value: number) =>
  formatNumber(value)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

function drawRamp(
  context: Context,
  scene: SurfaceScene,
  theme: Theme,
  shown: Shown | null,
  y: number,
  labels: readonly string[],
): void {
  const { plot, data, layers, fields } = scene;
  const { layer, unit } = shown ?? { layer: layers.length, unit: 0 };
  const { middle, reach } = meaningOf(data, layers, fields, layer, unit);
  const center = plot.x + plot.width / 2;
  const left = center - BAR.width / 2;
  for (let i = 0; i < PIECES; i++) {
    context.fillStyle = surfaceColor((2 * (i + 0.5)) / PIECES - 1, theme);
    context.fillRect(left + (BAR.width * i) / PIECES, y - 4, BAR.width / PIECES + 0.5, BAR.height);
  }
  context.setLineDash([]);
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(center, y - 6);
  context.lineTo(center, y + 6);
  context.stroke();
  const style = { color: theme.inkSoft, size: TEXT.small } as const;
  drawText(context, theme, short(middle), center, y + 14, { ...style, align: 'center' });
  for (const side of [-1, 1] as const) {
    const value = short(middle + side * reach);
    const label = side < 0 ? labels[0] : labels[1];
    const edge = center + side * (BAR.width / 2 + 8);
    const align = side < 0 ? 'right' : 'left';
    drawText(context, theme, value, edge, y, { ...style, align });
    if (label === undefined) continue;
    const after = edge + side * (textWidth(value, TEXT.small) + 12);
    drawMark(context, theme, side < 0 ? 0 : 1, [after, y], { size: 0.8 });
    const room = plot.width / 2 - Math.abs(after - center) + 30;
    drawText(context, theme, fitText(label, TEXT.small, room), after + side * 10, y, {
      ...style,
      align,
    });
  }
}

function drawClasses(context: Context, scene: SurfaceScene, theme: Theme, y: number): void {
  const { plot, data, fields } = scene;
  const outputs = fields.values[fields.values.length - 1]?.length ?? 0;
  const room = plot.width / outputs;
  for (let k = 0; k < outputs; k++) {
    const x = plot.x + room * k + 6;
    drawMark(context, theme, k, [x, y], { size: 0.8 });
    const label = fitText(data.labels[k] ?? `output ${k + 1}`, TEXT.small, room - 20);
    drawText(context, theme, label, x + 10, y, { color: theme.inkSoft, size: TEXT.small });
  }
}
