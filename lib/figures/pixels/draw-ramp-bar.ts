import type { Context } from '../figure-module';
import { formatNumber } from '../format';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { Range } from './level';
import { colorOf, type Ramp } from './palette';

const PIECES = 48;

/** Its height with its numbers. */
export const RAMP_BAR = 32;

/** What the colours mean, in numbers. */
export function drawRampBar(
  context: Context,
  theme: Theme,
  ramp: Ramp,
  range: Range,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const size = Math.max(range.high, -range.low) || 1;
  const [low, high] = ramp === 'diverging' ? [-size, size] : [range.low, range.high];
  for (let i = 0; i < PIECES; i++) {
    const value = low + ((high - low) * (i + 0.5)) / PIECES;
    context.fillStyle = colorOf(value, range, ramp, theme);
    context.fillRect(x + (width * i) / PIECES, y, width / PIECES + 0.5, 8);
  }
  context.setLineDash([]);
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, width + 1, 9);
  const style = { color: theme.inkFaint, size: TEXT.small } as const;
  drawText(context, theme, formatNumber(low), x, y + 20, style);
  drawText(context, theme, formatNumber(high), x + width, y + 20, { ...style, align: 'right' });
  if (ramp === 'diverging') {
    drawText(context, theme, '0', x + width / 2, y + 20, { ...style, align: 'center' });
  }
}
