import { mix, parseColor } from '../color';
import type { Context } from '../figure-module';
import { magnitude, textOn } from '../ramp';
import type { Raster } from '../raster';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import { bandOf, bandShare, levelsOf } from './levels';
import { contoursIn } from './placed-contours';
import { resampled } from './resample';
import type { DescentData, DescentScene } from './scene';

/** Of the ramp, so that paths stand out on the highest ground too. */
const DARKEST = 0.62;
/** Pixels of the surface's picture for one of the drawing. */
const FINENESS = 0.5;

/** Bands of height, the lines between them with their heights, and the axes. */
export function drawSurface(context: Context, scene: DescentScene, theme: Theme): void {
  const { plot, data } = scene;
  context.drawRaster(rasterFor(data, plot, theme), plot, true);
  drawLines(context, scene, theme);
  context.setLineDash([]);
  context.strokeStyle = theme.ruleStrong;
  context.lineWidth = 1;
  context.strokeRect(plot.x - 0.5, plot.y - 0.5, plot.width + 1, plot.height + 1);
  drawAxes(context, scene, theme);
}

type Size = { width: number; height: number };
type Kept = { key: string; raster: Raster };
const rasters = new WeakMap<DescentData, Kept>();

/** Kept between drawings: only the surface, the size and the theme change it. */
function rasterFor(data: DescentData, plot: Size, theme: Theme): Raster {
  const [width, height] = [
    Math.max(2, Math.round(plot.width * FINENESS)),
    Math.max(2, Math.round(plot.height * FINENESS)),
  ];
  const key = `${width} ${height} ${theme.paper}`;
  const kept = rasters.get(data);
  if (kept?.key === key) return kept.raster;
  const levels = levelsOf(data);
  const colors = [...levels.heights, Infinity].map((_, band) =>
    parseColor(bandColor(band / Math.max(1, levels.heights.length), theme)),
  );
  // What is no number has no height, least of all the lowest.
  const gray = parseColor(theme.ruleStrong);
  const losses = resampled(data, middles(width, data.columns), middles(height, data.rows));
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < height; row++) {
    // The picture's rows come from above, the surface's from below.
    const from = (height - 1 - row) * width;
    for (let column = 0; column < width; column++) {
      const to = 4 * (row * width + column);
      const loss = losses[from + column]!;
      rgba.set(Number.isNaN(loss) ? gray : colors[bandOf(levels, loss)]!, to);
      rgba[to + 3] = 255;
    }
  }
  const raster = { width, height, rgba };
  rasters.set(data, { key, raster });
  return raster;
}

/** The middles of `pixels` on an axis with so many points. */
const middles = (pixels: number, points: number) =>
  Float64Array.from({ length: pixels }, (_, i) => ((i + 0.5) / pixels) * (points - 1));

const bandColor = (share: number, theme: Theme) => magnitude(DARKEST * share, theme);

function drawLines(context: Context, scene: DescentScene, theme: Theme): void {
  const levels = levelsOf(scene.data);
  const { lines, labels } = contoursIn(scene.data, scene.plot);
  context.setLineDash([]);
  context.lineWidth = 0.75;
  for (const { height, points } of lines) {
    context.strokeStyle = mix(bandColor(bandShare(levels, height), theme), theme.ink, 0.35);
    context.beginPath();
    points.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.stroke();
  }
  for (const { x, y, text, height } of labels) {
    const ground = bandColor(bandShare(levels, height), theme);
    const style = { size: TEXT.small, align: 'center', halo: ground } as const;
    drawText(context, theme, text, x, y, { ...style, color: textOn(ground, theme) });
  }
}

function drawAxes(context: Context, { plot, data, xTicks, yTicks }: DescentScene, theme: Theme) {
  const floor = plot.y + plot.height;
  const style = { color: theme.inkFaint, size: TEXT.small } as const;
  for (const { place, text } of xTicks) {
    drawText(context, theme, text, place, floor + 12, { ...style, align: 'center' });
  }
  for (const { place, text } of yTicks) {
    const y = Math.min(floor - 4, Math.max(plot.y + 6, place));
    drawText(context, theme, text, plot.x - 8, y, { ...style, align: 'right' });
  }
  const named = { color: theme.inkSoft, size: TEXT.label, align: 'center' } as const;
  drawText(context, theme, data.names[0], plot.x + plot.width / 2, floor + 28, named);
  context.save();
  context.translate(8, plot.y + plot.height / 2);
  context.rotate(-Math.PI / 2);
  drawText(context, theme, data.names[1], 0, 0, named);
  context.restore();
}
