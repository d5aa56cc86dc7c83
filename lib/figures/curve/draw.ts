import { mix } from '../color';
import type { Context, CursorOf } from '../figure-module';
import { strokeBroken } from '../plot/broken-line';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';
import { drawAxes } from './draw-axes';
import { drawMarkRules, drawMarkWords } from './draw-marks';
import { lineColor } from './line-color';
import { drawEndLabels, drawRuleAt, drawValuesAt } from './draw-labels';
import type { Best, CurveLine, CurveScene, Panel } from './scene';

const DASH = [5, 4];

export function drawCurve(
  context: Context,
  scene: CurveScene,
  theme: Theme,
  cursor: CursorOf<'curve'> | null,
): void {
  const shown = scene.steps[scene.at] ?? 0;
  const looksBack = scene.at < scene.steps.length - 1;
  const asked = cursor?.step ?? (looksBack ? shown : null);
  for (const panel of scene.panels) {
    drawAxes(context, panel, scene.stepName, theme);
    for (const line of panel.lines) drawLine(context, panel, line, shown, theme);
    drawMarkRules(context, panel, theme);
    if (asked !== null) drawRuleAt(context, panel, asked, theme, cursor ? 'cursor' : 'shown');
    drawMarkWords(context, panel, theme);
    drawBest(context, panel, scene.steps.length, asked, theme);
    drawEndLabels(context, panel, theme, shown, !looksBack);
    if (asked !== null) drawValuesAt(context, panel, asked, theme);
  }
}

function drawLine(
  context: Context,
  panel: Panel,
  line: CurveLine,
  shown: number,
  theme: Theme,
): void {
  const past = line.points.filter((point) => point.step <= shown);
  // The future starts at the last past point, so that the two join.
  const future = line.points.slice(Math.max(0, past.length - 1));
  const color = lineColor(line, theme);
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  context.setLineDash(line.role === 'training' ? [] : DASH);
  if (past.length < line.points.length) {
    strokeBroken(context, future, mix(theme.paper, color, 0.28), 1.5);
  }
  strokeBroken(context, past, color, line.role === 'training' ? 1.75 : 2);
  context.restore();
  const tip = past[past.length - 1];
  if (tip && Number.isFinite(tip.y)) dot(context, tip, 3, color);
  // Each line's words have a row of their own, since lines tend to break together.
  const floor = panel.plot.y + panel.plot.height - 16 * panel.lines.indexOf(line);
  for (const gap of line.gaps) drawGap(context, floor, gap, color, theme);
}

function dot(context: Context, at: { x: number; y: number }, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.fill();
}

function drawGap(
  context: Context,
  floor: number,
  gap: CurveLine['gaps'][number],
  color: string,
  theme: Theme,
): void {
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(gap.x - 4, floor - 12);
  context.lineTo(gap.x + 4, floor - 4);
  context.moveTo(gap.x + 4, floor - 12);
  context.lineTo(gap.x - 4, floor - 4);
  context.stroke();
  const style = { color, size: TEXT.small, halo: theme.paper };
  drawText(context, theme, gap.word, gap.x + 8, floor - 8, style);
}

/**
 * A ring at the lowest validation loss; its word is left out where the line's own label says the same, and where the
 * numbers of the step `asked` for would stand on it.
 */
function drawBest(
  context: Context,
  panel: Panel,
  frames: number,
  asked: number | null,
  theme: Theme,
): void {
  const { best } = panel;
  if (!best || frames < 2) return;
  context.setLineDash([]);
  context.lineWidth = 1.5;
  context.strokeStyle = theme.accent;
  context.fillStyle = theme.paper;
  context.beginPath();
  context.arc(best.x, best.y, 4.5, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  if (best.index >= frames - 2 || crowded(panel, best, asked)) return;
  const style = {
    color: theme.accent,
    size: TEXT.small,
    align: 'center',
    halo: theme.paper,
  } as const;
  drawText(context, theme, best.text, best.label.x, best.label.y, style);
}

/** About as wide as a number beside its line. */
const NUMBER = 48;

function crowded({ lines }: Panel, { text, label }: Best, asked: number | null): boolean {
  const points = lines.flatMap((line) => line.points.filter(({ step }) => step === asked));
  const half = textWidth(text, TEXT.small) / 2;
  return points.some(({ x }) => Math.abs(x - label.x) < half + NUMBER);
}
