import type { Context, Rect } from '../figure-module';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { PlotTick } from './axis';
import { drawRule } from './rule';

export type PlotAxes = {
  plot: Rect;
  xTicks: readonly PlotTick[];
  yTicks: readonly PlotTick[];
  /** Under the x axis, in its middle. */
  xLabel: string;
  /** Above the y axis, from its left end. */
  yLabel: string;
  /** Room that y's numbers have at the left of the plot. */
  margin: number;
};

/** Hairlines at the y ticks, numbers, what each axis is. */
export function drawPlotAxes(context: Context, axes: PlotAxes, theme: Theme): void {
  const { plot, xTicks, yTicks, margin } = axes;
  const floor = plot.y + plot.height;
  const right = plot.x + plot.width;
  const small = { color: theme.inkFaint, size: TEXT.small } as const;
  drawText(context, theme, axes.yLabel, plot.x - margin, plot.y - 18, {
    color: theme.inkSoft,
    size: TEXT.label,
  });
  for (const { place, text } of yTicks) {
    drawRule(context, [plot.x, place], [right, place], theme.rule);
    drawText(context, theme, text, plot.x - 8, place, { ...small, align: 'right' });
  }
  drawRule(context, [plot.x, floor], [right, floor], theme.ruleStrong);
  for (const { place, text } of xTicks) {
    drawRule(context, [place, floor], [place, floor + 4], theme.ruleStrong);
    drawText(context, theme, text, place, floor + 13, { ...small, align: 'center' });
  }
  const middle = plot.x + plot.width / 2;
  drawText(context, theme, axes.xLabel, middle, floor + 31, { ...small, align: 'center' });
}
