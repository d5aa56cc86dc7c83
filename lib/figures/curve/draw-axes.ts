import type { Context } from '../figure-module';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { Panel } from './scene';

/** Title, hairlines at the y ticks, numbers, and the name of the steps under the x axis. */
export function drawAxes(context: Context, panel: Panel, stepName: string, theme: Theme): void {
  const { plot } = panel;
  const floor = plot.y + plot.height;
  drawText(context, theme, panel.title, panel.left, plot.y - 24, {
    color: theme.ink,
    weight: 600,
  });
  context.setLineDash([]);
  context.lineWidth = 1;
  for (const tick of panel.yTicks) {
    rule(context, plot.x, tick.place, plot.x + plot.width, tick.place, theme.rule);
    const style = { color: theme.inkFaint, size: TEXT.small, align: 'right' } as const;
    drawText(context, theme, tick.text, plot.x - 8, tick.place, style);
  }
  rule(context, plot.x, floor, plot.x + plot.width, floor, theme.ruleStrong);
  for (const tick of panel.xTicks) {
    rule(context, tick.place, floor, tick.place, floor + 4, theme.ruleStrong);
    const style = { color: theme.inkFaint, size: TEXT.small, align: 'center' } as const;
    drawText(context, theme, tick.text, tick.place, floor + 13, style);
  }
  drawText(context, theme, stepName, plot.x + plot.width / 2, floor + 30, {
    color: theme.inkFaint,
    size: TEXT.small,
    align: 'center',
  });
}

/** A line on whole device pixels. */
function rule(
  context: Context,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  color: string,
): void {
  const crisp = (value: number) => Math.round(value - 0.5) + 0.5;
  context.strokeStyle = color;
  context.beginPath();
  context.moveTo(x0 === x1 ? crisp(x0) : x0, y0 === y1 ? crisp(y0) : y0);
  context.lineTo(x0 === x1 ? crisp(x1) : x1, y0 === y1 ? crisp(y1) : y1);
  context.stroke();
}
