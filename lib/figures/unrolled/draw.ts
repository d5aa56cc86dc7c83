import type { Context, CursorOf, Rect } from '../figure-module';
import { formatNumber } from '../format';
import { diverging, magnitude } from '../ramp';
import { TEXT, drawText, fitText, textWidth } from '../text';
import type { Theme } from '../theme';
import { valueAt, type UnrolledScene } from './scene';
import { unitsOf } from './words';

export function drawUnrolled(
  context: Context,
  scene: UnrolledScene,
  theme: Theme,
  cursor: CursorOf<'unrolled'> | null,
): void {
  context.setLineDash([]);
  scene.columns.forEach((column, step) => {
    if (step < scene.shown) drawState(context, scene, theme, step, column);
    else drawEmpty(context, theme, column);
    drawArrows(context, scene, theme, step, column);
  });
  drawWords(context, scene, theme, cursor?.step ?? null);
  if (cursor) drawCursor(context, scene, theme, cursor);
}

/** Blue through paper to orange where values have both signs, else the ramp of sizes. */
function colorOf(value: number, { range: { low, high } }: UnrolledScene, theme: Theme): string {
  // Not paper, which is zero.
  if (!Number.isFinite(value)) return theme.ruleStrong;
  if (low >= 0) return magnitude(value / (high || 1), theme);
  return diverging(value / (Math.max(high, -low) || 1), theme);
}

function drawState(
  context: Context,
  scene: UnrolledScene,
  theme: Theme,
  step: number,
  { x, y, width, height }: Rect,
): void {
  const { data, trace, row } = scene;
  const gap = row >= 6 ? 1 : 0;
  for (let unit = 0; unit < data.units; unit++) {
    context.fillStyle = colorOf(valueAt(trace, data.units, step, unit), scene, theme);
    context.fillRect(x, y + unit * row, width, row - gap);
  }
  outline(context, { x, y, width, height }, theme.ruleStrong);
}

function drawEmpty(context: Context, theme: Theme, column: Rect): void {
  context.setLineDash([3, 3]);
  outline(context, column, theme.rule);
  context.setLineDash([]);
}

function outline(context: Context, { x, y, width, height }: Rect, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
}

/** From the state before, from the input beneath, and at the end to what comes out. */
function drawArrows(
  context: Context,
  { columns, pitch, shown, outputX }: UnrolledScene,
  theme: Theme,
  step: number,
  { x, y, width, height }: Rect,
): void {
  const color = step < shown ? theme.inkSoft : theme.rule;
  const middle = y + height / 2;
  const isLast = step === columns.length - 1;
  const end = isLast ? outputX - 4 : x + pitch - 3;
  const goesOn = isLast ? shown > step : shown > step + 1;
  arrow(context, [x + width + 2, middle], [end, middle], goesOn ? theme.inkSoft : theme.rule);
  arrow(context, [x + width / 2, y + height + 24], [x + width / 2, y + height + 4], color);
}

function arrow(
  context: Context,
  [x0, y0]: [number, number],
  [x1, y1]: [number, number],
  color: string,
): void {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const head = Math.min(4.5, length / 2);
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 1.25;
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1 - dx * head, y1 - dy * head);
  context.stroke();
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x1 - dx * head - dy * 3, y1 - dy * head + dx * 3);
  context.lineTo(x1 - dx * head + dy * 3, y1 - dy * head - dx * 3);
  context.closePath();
  context.fill();
}

function drawWords(
  context: Context,
  scene: UnrolledScene,
  theme: Theme,
  chosen: number | null,
): void {
  const { data, columns, pitch, wordsY, outputX, outputRoom, shown } = scene;
  const longest = Math.max(...data.inputs.map((word) => textWidth(word, TEXT.small)), 0);
  const every = longest + 6 <= pitch ? 1 : Math.ceil(Math.min(longest, 64) / pitch);
  columns.forEach(({ x, y, width }, step) => {
    if (step % every !== 0 && step !== chosen) return;
    if (chosen !== null && step !== chosen && Math.abs(step - chosen) < every) return;
    const style = {
      color: step === chosen ? theme.ink : step < shown ? theme.inkSoft : theme.inkFaint,
      size: TEXT.small,
      weight: step === chosen ? 600 : 400,
      align: 'center',
    } as const;
    const word = fitText(data.inputs[step] ?? '', TEXT.small, Math.max(64, pitch * every - 4));
    // The first may be wider than its column and what is left of it.
    const middle = Math.max(x + width / 2, textWidth(word, TEXT.small) / 2);
    drawText(context, theme, word, middle, wordsY, style);
    drawText(context, theme, String(step + 1), x + width / 2, y - 12, style);
  });
  const first = columns[0];
  if (!first) return;
  const answer = shown === columns.length ? data.output : '';
  const middle = first.y + first.height / 2;
  const text = fitText(answer, TEXT.label, outputRoom);
  drawText(context, theme, text, outputX, middle, { color: theme.ink, weight: 600 });
  drawText(context, theme, scale(scene), first.x, wordsY + 18, {
    color: theme.inkFaint,
    size: TEXT.small,
  });
}

/** What the colours span, in words. */
function scale({ trace, range: { low, high }, data }: UnrolledScene): string {
  const ends = `${formatNumber(low)} to ${formatNumber(high)}`;
  const rows = data.units === 1 ? '' : ', one a row';
  const gray = trace.values.every(Number.isFinite) ? '' : '; gray: no number';
  return `${trace.name} of ${unitsOf(data.units)}${rows}: ${ends}${gray}`;
}

function drawCursor(
  context: Context,
  { columns, row, shown }: UnrolledScene,
  theme: Theme,
  { step, unit }: CursorOf<'unrolled'>,
): void {
  columns.forEach(({ x, y, width }, at) => {
    if (at >= shown) return;
    const isHere = at === step;
    const place = [x - 1.5, y + unit * row - 1.5, width + 3, Math.max(4, row) + 2] as const;
    context.strokeStyle = theme.paper;
    context.lineWidth = isHere ? 4 : 2.5;
    context.strokeRect(...place);
    context.strokeStyle = isHere ? theme.accent : theme.inkSoft;
    context.lineWidth = isHere ? 2 : 1;
    context.strokeRect(...place);
  });
}
