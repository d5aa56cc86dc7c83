import { classColor, drawMark } from '../class-shape';
import { mix } from '../color';
import type { Context, CursorOf } from '../figure-module';
import { formatNumber } from '../format';
import { drawPlotAxes } from '../plot/draw-axes';
import { drawRule } from '../plot/rule';
import { TEXT, drawText, fitText, textWidth } from '../text';
import type { Theme } from '../theme';
import { labelOf } from './data';
import type { LinesScene, PlacedLine, PlacedPoint } from './scene';

/** Marks of one line at most; between them a long line has none. */
const MARKS = 16;
const FAINT = 0.3;

export function drawLines(
  context: Context,
  scene: LinesScene,
  theme: Theme,
  cursor: CursorOf<'lines'> | null,
): void {
  drawPlotAxes(context, scene, theme);
  const order = scene.lines.map((_, index) => index);
  // The line in focus is drawn last, over the others.
  if (cursor) order.push(...order.splice(cursor.series, 1));
  for (const index of order) drawLine(context, scene, theme, index, strengthOf(index, cursor));
  for (const index of order) drawLabel(context, scene, theme, index, cursor);
  if (cursor) drawPoint(context, scene, theme, cursor);
}

const strengthOf = (index: number, cursor: CursorOf<'lines'> | null) =>
  cursor === null || cursor.series === index ? 1 : FAINT;

const hasPlace = ({ x, y }: PlacedPoint) => Number.isFinite(x) && Number.isFinite(y);

function drawLine(
  context: Context,
  scene: LinesScene,
  theme: Theme,
  index: number,
  strength: number,
): void {
  const line = scene.lines[index];
  if (!line) return;
  const color = mix(theme.paper, classColor(index, theme), strength);
  drawSpread(context, scene, line, mix(theme.paper, color, 0.45));
  context.save();
  context.setLineDash([]);
  context.lineJoin = 'round';
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  line.points.forEach((point, i) => {
    const before = line.points[i - 1];
    if (!hasPlace(point)) return;
    if (before && hasPlace(before)) context.lineTo(point.x, point.y);
    else context.moveTo(point.x, point.y);
  });
  context.stroke();
  context.restore();
  if (strength < 1) return;
  const every = Math.ceil(line.points.length / MARKS);
  line.points.forEach((point, i) => {
    const isMarked = i % every === 0 || i === line.points.length - 1;
    if (isMarked && hasPlace(point)) {
      drawMark(context, theme, index, [point.x, point.y], { size: 0.75 });
    }
  });
}

/** A whisker at each point, from the lowest to the highest. What has no place on the axis ends at its floor. */
function drawSpread(context: Context, scene: LinesScene, line: PlacedLine, color: string): void {
  const floor = scene.plot.y + scene.plot.height;
  context.setLineDash([]);
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.beginPath();
  line.points.forEach((point, i) => {
    if (line.series.low.length === 0 || !hasPlace(point)) return;
    const isKnown = Number.isFinite(line.series.low[i]) && Number.isFinite(point.high);
    if (!isKnown) return;
    const low = Number.isFinite(point.low) ? point.low : floor;
    context.moveTo(point.x, low);
    context.lineTo(point.x, point.high);
    for (const end of [low, point.high]) {
      context.moveTo(point.x - 3, end);
      context.lineTo(point.x + 3, end);
    }
  });
  context.stroke();
}

/** The name beside the line's end, with its mark; a hairline leads there where it had to move. */
function drawLabel(
  context: Context,
  { lines, labels, plot }: LinesScene,
  theme: Theme,
  index: number,
  cursor: CursorOf<'lines'> | null,
): void {
  const line = lines[index];
  if (!line) return;
  const isFaint = cursor !== null && cursor.series !== index;
  const { end, labelY } = line;
  if (end && (Math.abs(end.y - labelY) > 3 || end.x < plot.x + plot.width - 8)) {
    context.setLineDash([]);
    context.strokeStyle = theme.rule;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(end.x + 7, end.y);
    context.lineTo(labels.x - 15, labelY);
    context.stroke();
  }
  if (!isFaint) drawMark(context, theme, index, [labels.x - 8, labelY], { size: 0.75 });
  const name = labelOf(line.series);
  drawText(context, theme, fitText(name, TEXT.label, labels.width), labels.x, labelY, {
    color: isFaint ? theme.inkFaint : theme.ink,
    weight: cursor?.series === index ? 600 : 400,
    halo: theme.paper,
  });
}

/** The point under the cursor, with its number, and its x on every other line. */
function drawPoint(
  context: Context,
  { lines, plot }: LinesScene,
  theme: Theme,
  cursor: CursorOf<'lines'>,
): void {
  const line = lines[cursor.series];
  const point = line?.points[cursor.point];
  if (!line || !point || !Number.isFinite(point.x)) return;
  drawRule(context, [point.x, plot.y], [point.x, plot.y + plot.height], theme.ruleStrong);
  if (!hasPlace(point)) return;
  drawMark(context, theme, cursor.series, [point.x, point.y], { size: 1.2 });
  const text = formatNumber(line.series.y[cursor.point] ?? NaN);
  const fits = point.x + 12 + textWidth(text, TEXT.label) < plot.x + plot.width;
  drawText(context, theme, text, point.x + (fits ? 11 : -11), Math.max(plot.y, point.y - 11), {
    color: theme.ink,
    weight: 600,
    align: fits ? 'left' : 'right',
    halo: theme.paper,
  });
}
