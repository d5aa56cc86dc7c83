import { mix } from '../color';
import type { Context, CursorOf, Point } from '../figure-module';
import { formatNumber } from '../format';
import { strokeBroken } from '../plot/broken-line';
import { drawPlotAxes } from '../plot/draw-axes';
import { drawRule } from '../plot/rule';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';
import { drawFlats } from './draw-flats';
import { sampleAt, type FunctionPanel, type FunctionScene } from './scene';

/** Half the length of the piece of tangent, in pixels. */
const TANGENT = 62;

export function drawFunction(
  context: Context,
  scene: FunctionScene,
  theme: Theme,
  cursor: CursorOf<'function'> | null,
): void {
  drawFlats(context, scene, theme);
  for (const panel of [scene.value, scene.slope]) {
    drawPlotAxes(context, panel, theme);
    drawZero(context, panel, theme);
    drawCurves(context, scene, panel, theme);
  }
  if (scene.data.curves.length > 0) drawSample(context, scene, cursor?.at ?? scene.resting, theme);
}

function drawZero(context: Context, { plot, y }: FunctionPanel, theme: Theme): void {
  const zero = y.place(0);
  if (zero < plot.y || zero > plot.y + plot.height) return;
  drawRule(context, [plot.x, zero], [plot.x + plot.width, zero], theme.ruleStrong);
}

/** The others faint, the one in focus over them. */
function drawCurves(
  context: Context,
  scene: FunctionScene,
  panel: FunctionPanel,
  theme: Theme,
): void {
  const { plot } = panel;
  const color = panel.of === 'y' ? theme.ink : theme.accent;
  context.save();
  context.beginPath();
  context.rect(plot.x, plot.y - 1, plot.width, plot.height + 2);
  context.clip();
  context.setLineDash([]);
  context.lineJoin = 'round';
  const order = scene.data.curves.map((_, i) => i).filter((i) => i !== scene.focus);
  for (const index of [...order, scene.focus]) {
    const isFocus = index === scene.focus;
    const points = pointsOf(scene, panel, index);
    if (isFocus) strokeBroken(context, points, color, 2.5);
    else strokeBroken(context, points, mix(theme.paper, theme.inkFaint, 0.45), 1);
  }
  context.restore();
}

/** Where a curve passes; `y` is not finite where the function is not. */
function pointsOf(scene: FunctionScene, panel: FunctionPanel, index: number): Point[] {
  const values = scene.data.curves[index]?.[panel.of] ?? new Float32Array(0);
  const step = panel.plot.width / Math.max(1, values.length - 1);
  return Array.from(values, (value, i) => ({
    x: panel.plot.x + i * step,
    y: panel.y.place(value),
  }));
}

/** Where the reader is: a rule through both panels, the tangent above, and both numbers. */
function drawSample(context: Context, scene: FunctionScene, at: number, theme: Theme): void {
  const sample = sampleAt(scene, at);
  const { value, slope } = scene;
  const floor = slope.plot.y + slope.plot.height;
  drawRule(context, [sample.left, value.plot.y], [sample.left, floor], theme.ruleStrong);
  drawTangent(context, scene, sample, theme);
  const marks = [
    { panel: value, top: sample.valueTop, text: formatNumber(sample.y), color: theme.ink },
    { panel: slope, top: sample.slopeTop, text: formatNumber(sample.slope), color: theme.accent },
  ];
  for (const { panel, top, text, color } of marks) {
    const { plot } = panel;
    if (!(top >= plot.y - 2 && top <= plot.y + plot.height + 2)) continue;
    dot(context, sample.left, top, color, theme);
    const fits = sample.left + 14 + textWidth(text, TEXT.label) < plot.x + plot.width;
    const low = plot.y + plot.height - 10;
    drawText(context, theme, text, sample.left + (fits ? 10 : -10), Math.min(low, top + 15), {
      color,
      weight: 600,
      align: fits ? 'left' : 'right',
      halo: theme.paper,
    });
  }
}

function drawTangent(
  context: Context,
  { x, value }: FunctionScene,
  sample: ReturnType<typeof sampleAt>,
  theme: Theme,
): void {
  const { plot, y } = value;
  // Pixels down for each pixel to the right.
  const run = x.value(1) - x.value(0);
  const tilt = y.place(sample.y + sample.slope * run) - sample.valueTop;
  if (!Number.isFinite(tilt)) return;
  const reach = TANGENT / Math.hypot(1, tilt);
  context.save();
  context.beginPath();
  context.rect(plot.x, plot.y - 8, plot.width, plot.height + 16);
  context.clip();
  context.setLineDash([6, 4]);
  context.strokeStyle = theme.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(sample.left - reach, sample.valueTop - reach * tilt);
  context.lineTo(sample.left + reach, sample.valueTop + reach * tilt);
  context.stroke();
  context.restore();
}

function dot(context: Context, x: number, y: number, color: string, theme: Theme): void {
  context.setLineDash([]);
  context.fillStyle = color;
  context.strokeStyle = theme.paper;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 5, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}
