import type { Context, CursorOf, Rect } from '../figure-module';
import { formatSigned } from '../format';
import { outline } from '../pixels/outline';
import { colorOf } from '../pixels/palette';
import { rasterOf } from '../raster';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { ConvnetScene } from './scene';

/** Beneath the maps: what each of the layer before adds to the opened output. */
export function drawAnswer(
  context: Context,
  { answer, data }: ConvnetScene,
  theme: Theme,
  cursor: CursorOf<'convnet'> | null,
): void {
  if (!answer) return;
  const { layout, parts, index, top, height, width } = answer;
  const words = `What speaks for ${data.labels[index]}, and what against it`;
  drawText(context, theme, words, 2, top - 12, { color: theme.ink, weight: 600 });
  const sizes = parts.flatMap(({ products }) => [...products].map(Math.abs));
  const most = Math.max(...sizes.filter(Number.isFinite), 1e-9);
  const longest = Math.max(
    ...parts.map(({ share }) => Math.abs(share)).filter(Number.isFinite),
    1e-9,
  );
  const range = { low: -most, high: most };
  for (const { part, picture, share } of layout.cells) {
    const own = parts[part];
    if (!own) continue;
    if (picture.height > 0) {
      const color = (at: number) => colorOf(own.products[at] ?? NaN, range, 'diverging', theme);
      context.drawRaster(rasterOf(width, height, color), picture);
      frame(context, picture, theme);
    }
    const isPointed = cursor?.at?.row === part;
    if (isPointed && picture.height > 0) outline(context, theme, picture);
    drawText(context, theme, formatSigned(own.share), share.x, share.y, {
      size: TEXT.small,
      align: 'center',
      color: isPointed ? theme.ink : theme.inkSoft,
      weight: isPointed ? 600 : 400,
    });
    const reach = Math.abs(own.share) / longest || 0;
    context.fillStyle = own.share < 0 ? theme.negative : theme.positive;
    context.fillRect(picture.x, share.y + 8, reach * picture.width, 3);
  }
}

function frame(context: Context, { x, y, width, height }: Rect, theme: Theme): void {
  context.setLineDash([]);
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
}
