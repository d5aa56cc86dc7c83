import type { Context, Rect } from '../figure-module';
import type { Theme } from '../theme';

/** Marks what is pointed at: a line in the accent's colour within one of paper, so that it shows on any picture. */
export function outline(context: Context, theme: Theme, rect: Rect, color = theme.accent): void {
  const { x, y, width, height } = rect;
  context.setLineDash([]);
  context.strokeStyle = theme.paper;
  context.lineWidth = 4;
  context.strokeRect(x - 1, y - 1, width + 2, height + 2);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.strokeRect(x - 1, y - 1, width + 2, height + 2);
}
