import { cellAt } from '../convolve/hit-stepper';
import type { Context, CursorOf, FigureModule } from '../figure-module';
import { formatNumber } from '../format';
import { moveInGrid } from '../move-in-grid';
import { drawRampBar } from '../pixels/draw-ramp-bar';
import { rangeAt } from '../pixels/level';
import { outline } from '../pixels/outline';
import { pixelRaster } from '../pixels/pixel-raster';
import { TEXT, drawText, fitText, textWidth } from '../text';
import type { Theme } from '../theme';
import { heatAt, overlayRaster } from './heat';
import { overlayScene, type OverlayScene } from './scene';
import { overlaySettings } from './settings';
import { describeOverlay, overlayTable, scoreWords } from './words';

type OverlayCursor = CursorOf<'overlay'>;

function draw(
  context: Context,
  scene: OverlayScene,
  theme: Theme,
  cursor: OverlayCursor | null,
): void {
  const { data, chosen, imagePlace, heatPlace, side, bar } = scene;
  const { index, method, opacity } = chosen;
  const head = (text: string, x: number) =>
    drawText(context, theme, fitText(text, TEXT.small, imagePlace.width), x, 11, {
      color: theme.inkSoft,
      size: TEXT.small,
    });
  head('the image', imagePlace.x);
  const whose = `for ${data.labels[index]} (${scoreWords(data, index)})`;
  const long = `what speaks ${whose}`;
  head(textWidth(long, TEXT.small) <= heatPlace.width ? long : whose, heatPlace.x);
  const own = data.image.channels === 3 ? 'color' : 'ink';
  context.drawRaster(pixelRaster(data.image, 0, { low: 0, high: 1 }, own, theme), imagePlace);
  context.drawRaster(overlayRaster(data, method, index, opacity, theme), heatPlace);
  context.setLineDash([]);
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  for (const { x, y, width, height } of [imagePlace, heatPlace]) {
    context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
  }
  const heats = data.methods[method]?.heats;
  if (heats) drawRampBar(context, theme, 'magnitude', rangeAt(heats, index), bar);
  if (!cursor) return;
  for (const place of [imagePlace, heatPlace]) {
    outline(context, theme, { x: place.x + cursor.column * side, y: place.y + cursor.row * side, width: side, height: side }); // prettier-ignore
  }
}

/** Where in an image a class's score comes from: saliency, class activation. */
export const overlay = {
  kind: 'overlay',
  waitingHeight: (width) => Math.min(376, width / 2 + 60),
  settings: (history, at, settings) => {
    const data = history.frames[at]?.data;
    return data ? overlaySettings(data, settings) : [];
  },
  scene: overlayScene,
  draw,
  describe: describeOverlay,
  table: overlayTable,
  hit({ imagePlace, heatPlace, side }, point) {
    const cell = cellAt(heatPlace, side, point) ?? cellAt(imagePlace, side, point);
    return cell && { kind: 'overlay', ...cell };
  },
  move: ({ data }, cursor, key) => ({
    kind: 'overlay',
    ...moveInGrid(cursor, key, data.image.height, data.image.width),
  }),
  readout({ data, chosen }, { row, column }) {
    const { name = '', heats } = data.methods[chosen.method] ?? {};
    const heat = heats ? heatAt(heats, chosen.index, data.image, { row, column }) : NaN;
    return `row ${row + 1}, column ${column + 1}: ${name} ${formatNumber(heat)} for ${data.labels[chosen.index]}`;
  },
} satisfies FigureModule<'overlay', OverlayScene>;
