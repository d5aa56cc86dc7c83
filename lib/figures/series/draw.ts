import type { Context, CursorOf } from '../figure-module';
import { drawText } from '../text';
import type { Theme } from '../theme';
import { drawSeriesAxes } from './draw-axes';
import { KEY_SAMPLE, type SeriesScene } from './scene';

type Look = { color: string; dash: number[]; width: number };

/** Told apart by dash as well as by colour: the measurement solid, the forecast dashed, baselines dotted. */
export function lookOf(line: number, theme: Theme): Look {
  if (line === 0) return { color: theme.ink, dash: [], width: 1.5 };
  if (line === 1) return { color: theme.accent, dash: [6, 3], width: 1.75 };
  return {
    color: line === 2 ? theme.inkSoft : (theme.classes[3] ?? theme.ink),
    dash: [1.5, 3],
    width: 1.75,
  };
}

export function drawSeries(
  context: Context,
  scene: SeriesScene,
  theme: Theme,
  cursor: CursorOf<'series'> | null,
): void {
  drawSeriesAxes(context, scene, theme);
  drawKey(context, scene, theme);
  // What was measured lies on top.
  for (let line = scene.data.lines.length - 1; line >= 0; line--) {
    const values = scene.data.lines[line]?.values ?? new Float32Array(0);
    drawLine(context, scene, values, scene.y, lookOf(line, theme));
  }
  drawErrors(context, scene, theme);
  if (cursor) drawTime(context, scene, theme, cursor.time);
}

function drawKey(context: Context, { key }: SeriesScene, theme: Theme): void {
  key.forEach(({ x, y, text }, line) => {
    pen(context, lookOf(line, theme));
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + KEY_SAMPLE - 8, y);
    context.stroke();
    drawText(context, theme, text, x + KEY_SAMPLE, y, { color: theme.inkSoft });
  });
}

function pen(context: Context, { color, dash, width }: Look): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(dash);
}

/** A line with its gaps. */
function drawLine(
  context: Context,
  { from, to, x }: SeriesScene,
  values: Float32Array,
  y: (value: number) => number,
  look: Look,
): void {
  pen(context, look);
  context.beginPath();
  let isOpen = false;
  for (let time = from; time < to; time++) {
    const value = values[time] ?? NaN;
    if (!Number.isFinite(value)) isOpen = false;
    else if (isOpen) context.lineTo(x(time), y(value));
    else {
      context.moveTo(x(time), y(value));
      isOpen = true;
    }
  }
  context.stroke();
  context.setLineDash([]);
}

/** The size of each error, on one scale for all forecasts. */
function drawErrors(context: Context, scene: SeriesScene, theme: Theme): void {
  const { strip, errors, stripTop } = scene;
  if (!strip) return;
  const y = (size: number) => strip.y + strip.height * (1 - Math.abs(size) / stripTop);
  for (let i = errors.length - 1; i >= 0; i--) {
    const values = errors[i]?.values ?? new Float32Array(0);
    drawLine(context, scene, values, y, { ...lookOf(i + 1, theme), width: 1.25 });
  }
}

function drawTime(context: Context, scene: SeriesScene, theme: Theme, time: number): void {
  const { plot, strip, data, x, y } = scene;
  const place = Math.round(x(time)) + 0.5;
  context.setLineDash([]);
  context.strokeStyle = theme.inkSoft;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(place, plot.y);
  context.lineTo(place, strip ? strip.y + strip.height : plot.y + plot.height);
  context.stroke();
  data.lines.forEach(({ values }, line) => {
    const value = values[time] ?? NaN;
    if (!Number.isFinite(value)) return;
    context.fillStyle = lookOf(line, theme).color;
    context.strokeStyle = theme.paper;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(x(time), y(value), 4, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  });
}
