import type { Context } from '../figure-module';
import { drawRule } from '../plot/rule';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { Panel } from './scene';

/** A rule where something happened. */
export function drawMarkRules(context: Context, { plot, marks }: Panel, theme: Theme): void {
  for (const { x } of marks) {
    drawRule(context, [x, plot.y], [x, plot.y + plot.height], theme.inkSoft, [2, 3]);
  }
  context.setLineDash([]);
}

/** What happened, over all rules and lines, on a ground of paper, so that nothing runs through the words. */
export function drawMarkWords(context: Context, { marks }: Panel, theme: Theme): void {
  for (const { text, label } of marks) {
    drawText(context, theme, text, label.x, label.y, {
      color: theme.ink,
      size: TEXT.small,
      align: label.align,
      halo: theme.paper,
    });
  }
}
