import { drawMark } from '../class-shape';
import type { Context, Point } from '../figure-module';
import type { Theme } from '../theme';
import { answersOf } from './answers';
import { contour, type Segment } from './contour';
import type { SurfaceCursor } from './cursor';
import { classRaster, fieldRaster } from './field-raster';
import { meaningOf } from './meaning';
import { pixelOf } from './plane';
import type { Shown, SurfaceScene } from './scene';

/** Marks are smaller where they are many. */
const CROWD = { count: 160, size: 0.7, few: 0.9 };

/** The values as colours, the line where they turn, and the points. */
export function drawPlane(
  context: Context,
  scene: SurfaceScene,
  theme: Theme,
  shown: Shown | null,
  cursor: SurfaceCursor | null,
): void {
  const { plot } = scene;
  context.save();
  context.beginPath();
  context.rect(plot.x, plot.y, plot.width, plot.height);
  context.clip();
  drawValues(context, scene, theme, shown);
  drawPoints(context, scene, theme, shown === null);
  const at = cursor?.part === 'plane' ? ([cursor.x, cursor.y] as const) : null;
  if (at) drawCross(context, theme, pixelOf(scene, at));
  else if (cursor || scene.chosen || scene.pinned) {
    drawCross(context, theme, pixelOf(scene, scene.place));
  }
  context.restore();
}

function drawValues(
  context: Context,
  scene: SurfaceScene,
  theme: Theme,
  shown: Shown | null,
): void {
  const { data, layers, fields, plot } = scene;
  const answer = fields.values[fields.values.length - 1] ?? [];
  if (!shown && answer.length > 1) {
    context.drawRaster(classRaster(answer, fields, theme), plot, true);
    for (const lead of leads(answer))
      strokeContour(context, scene, theme, contour(lead, fields, 0));
    return;
  }
  const { layer, unit } = shown ?? { layer: layers.length, unit: 0 };
  const field = shown ? fields.values[layer]?.[unit] : answer[0];
  if (!field) return;
  const meaning = meaningOf(data, layers, fields, layer, unit);
  context.drawRaster(fieldRaster(field, fields, meaning, theme), plot, true);
  strokeContour(context, scene, theme, contour(field, fields, meaning.middle));
}

/** How far each output is above the largest of the others: zero where classes meet. */
function leads(outputs: readonly Float32Array[]): Float32Array[] {
  return outputs.map((own, k) =>
    own.map((value, i) => {
      let most = -Infinity;
      outputs.forEach((other, j) => {
        if (j !== k) most = Math.max(most, other[i] ?? NaN);
      });
      return value - most;
    }),
  );
}

function strokeContour(
  context: Context,
  { plot }: SurfaceScene,
  theme: Theme,
  segments: readonly Segment[],
): void {
  context.setLineDash([]);
  context.lineCap = 'round';
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const [x0, y0, x1, y1] of segments) {
    context.moveTo(plot.x + x0 * plot.width, plot.y + y0 * plot.height);
    context.lineTo(plot.x + x1 * plot.width, plot.y + y1 * plot.height);
  }
  context.stroke();
}

/** With a rim of ink where the answer is wrong; hollow where no run has seen the point. */
function drawPoints(context: Context, scene: SurfaceScene, theme: Theme, judged: boolean): void {
  const { data, layers, fields, added } = scene;
  const size = data.classes.length > CROWD.count ? CROWD.size : CROWD.few;
  const right = judged ? answersOf(data, layers, fields)?.right : undefined;
  data.classes.forEach((label, i) => {
    const at = pixelOf(scene, [data.points[2 * i] ?? NaN, data.points[2 * i + 1] ?? NaN]);
    const rim = right?.[i] === false ? theme.ink : theme.paper;
    drawMark(context, theme, label, [at.x, at.y], { size, rim });
  });
  for (const { x, y, label } of added) {
    const at = pixelOf(scene, [x, y]);
    drawMark(context, theme, label, [at.x, at.y], { size: 1.1, hollow: true });
  }
}

function drawCross(context: Context, theme: Theme, { x, y }: Point): void {
  for (const [color, width] of [
    [theme.paper, 4],
    [theme.ink, 1.5],
  ] as const) {
    context.setLineDash([]);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      // prettier-ignore
      context.moveTo(x + 4 * dx, y + 4 * dy);
      context.lineTo(x + 11 * dx, y + 11 * dy);
    }
    context.stroke();
  }
}
