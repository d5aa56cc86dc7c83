import type { Context } from '../figure-module';
import { formatNumber } from '../format';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';
import { cellColor } from './cell-color';
import type { MatrixScene } from './scene';

const PIECES = 48;

/** What the colours mean, in numbers, under the matrix. */
export function drawBar(context: Context, scene: MatrixScene, theme: Theme): void {
  const { plot, pool } = scene;
  const [low, high] = endsOf(scene);
  const width = Math.min(192, Math.max(96, plot.width));
  const top = plot.y + plot.height + 16;
  for (let i = 0; i < PIECES; i++) {
    const value = low + ((high - low) * (i + 0.5)) / PIECES;
    context.fillStyle = cellColor(value, scene, theme);
    context.fillRect(plot.x + (width * i) / PIECES, top, width / PIECES + 0.5, 8);
  }
  const style = { color: theme.inkFaint, size: TEXT.small } as const;
  const right = plot.x + width;
  drawText(context, theme, formatNumber(low), plot.x, top + 20, style);
  drawText(context, theme, formatNumber(high), right, top + 20, { ...style, align: 'right' });
  if (low < 0) {
    const zero = plot.x + (width * -low) / (high - low);
    drawText(context, theme, '0', zero, top + 20, { ...style, align: 'center' });
  }
  const blocks = `Each square: the strongest of ${pool.blockRows} by ${pool.blockColumns}.`;
  const fits = right + 16 + textWidth(blocks, TEXT.small) <= scene.width;
  if (pool.blockRows * pool.blockColumns > 1 && fits) {
    drawText(context, theme, blocks, right + 16, top + 4, style);
  }
}

function endsOf({ data, range }: MatrixScene): [number, number] {
  if (data.scale === 'magnitude') return [range.low, range.high || 1];
  const size = Math.max(range.high, -range.low) || 1;
  return [-size, size];
}
