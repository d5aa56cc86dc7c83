import type { Context } from '../figure-module';
import { formatNumber } from '../format';
import { spread } from '../spread';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';
import { lineColor } from './line-color';
import { isNamedByRole } from './named-by-role';
import type { CurveLine, LinePoint, Panel } from './scene';

type Labelled = { line: CurveLine; end: LinePoint };

/** Each line's name at its end, and its newest number beneath where that is what is shown. */
export function drawEndLabels(
  context: Context,
  panel: Panel,
  theme: Theme,
  shown: number,
  withNumber: boolean,
): void {
  const ends = panel.lines.flatMap((line): Labelled[] => {
    const end = line.points.findLast((point) => Number.isFinite(point.y));
    return end ? [{ line, end }] : [];
  });
  const gap = withNumber ? 30 : 16;
  const { y, height } = panel.plot;
  const places = spread(
    ends.map(({ end }) => end.y),
    gap,
    y + gap / 2 - 8,
    y + height - gap / 2 + 4,
  );
  ends.forEach(({ line, end }, i) => {
    const x = end.x + 9;
    const middle = places[i] ?? end.y;
    const color = lineColor(line, theme);
    const halo = theme.paper;
    const current = withNumber && end.step === shown;
    drawText(
      context,
      theme,
      isNamedByRole(panel) ? line.role : line.metric,
      x,
      current ? middle - 7 : middle,
      {
        color,
        halo,
      },
    );
    if (!current) return;
    const number = { color, weight: 600, halo } as const;
    drawText(context, theme, formatNumber(end.value), x, middle + 7, number);
  });
}

/** What the lines that have a point at the step have there. */
const foundAt = ({ lines }: Panel, step: number): Labelled[] =>
  lines.flatMap((line) => {
    const end = line.points.find((point) => point.step === step);
    return end ? [{ line, end }] : [];
  });

/** A vertical rule at a step. */
export function drawRuleAt(
  context: Context,
  panel: Panel,
  step: number,
  theme: Theme,
  why: 'cursor' | 'shown',
): void {
  const x = foundAt(panel, step)[0]?.end.x;
  if (x === undefined) return;
  const { plot } = panel;
  context.setLineDash(why === 'cursor' ? [] : [1, 3]);
  context.strokeStyle = why === 'cursor' ? theme.inkSoft : theme.ruleStrong;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(Math.round(x) + 0.5, plot.y);
  context.lineTo(Math.round(x) + 0.5, plot.y + plot.height);
  context.stroke();
  context.setLineDash([]);
}

/** At a step a dot and a number on each line. */
export function drawValuesAt(context: Context, panel: Panel, step: number, theme: Theme): void {
  const { plot } = panel;
  context.setLineDash([]);
  const finite = foundAt(panel, step).filter(({ end }) => Number.isFinite(end.y));
  const places = spread(
    finite.map(({ end }, i) => end.y + (i === 0 ? -10 : 10)),
    16,
    plot.y + 4,
    plot.y + plot.height - 8,
  );
  finite.forEach(({ line, end }, i) => drawValue(context, panel, line, end, places[i] ?? 0, theme));
}

function drawValue(
  context: Context,
  { plot }: Panel,
  line: CurveLine,
  point: LinePoint,
  y: number,
  theme: Theme,
): void {
  const color = lineColor(line, theme);
  const text = formatNumber(point.value);
  const fits = point.x + 8 + textWidth(text, TEXT.small) <= plot.x + plot.width;
  context.fillStyle = color;
  context.strokeStyle = theme.paper;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(point.x, point.y, 4, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  drawText(context, theme, text, fits ? point.x + 8 : point.x - 8, y, {
    color,
    size: TEXT.small,
    weight: 600,
    align: fits ? 'left' : 'right',
    halo: theme.paper,
  });
}
