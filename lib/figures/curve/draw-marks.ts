import type { Context } from '../figure-module';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';
import type { Panel } from './scene';

/** A rule where something happened, with its words at the top, one below the other where there are several. */
export function drawMarks(context: Context, { plot, marks }: Panel, theme: Theme): void {
  marks.forEach(({ x, text }, row) => {
    context.lineWidth = 1;
    const place = Math.round(x) + 0.5;
    context.setLineDash([2, 3]);
    context.strokeStyle = theme.inkSoft;
    context.beginPath();
    context.moveTo(place, plot.y);
    context.lineTo(place, plot.y + plot.height);
    context.stroke();
    context.setLineDash([]);
    const fits = x + 6 + textWidth(text, TEXT.small) <= plot.x + plot.width + 70;
    drawText(context, theme, text, fits ? x + 6 : x - 6, plot.y + 6 + 15 * row, {
      color: theme.ink,
      size: TEXT.small,
      align: fits ? 'left' : 'right',
      halo: theme.paper,
    });
  });
}
