import type { Context } from '../figure-module';
import { formatTick } from '../format';
import { drawText, fitText, TEXT } from '../text';
import type { Theme } from '../theme';
import { noNumbersIn } from './fields';
import { pixelOf } from './plane';
import type { Shown, SurfaceScene } from './scene';

/** What the plot shows above it, numbers and names of its axes around it. */
export function drawAxes(
  context: Context,
  scene: SurfaceScene,
  theme: Theme,
  shown: Shown | null,
): void {
  const { plot, data, axisAtRight, layers } = scene;
  const title = `${shown ? unitTitle(scene, shown) : 'the answer'}${grayWords(scene, shown)}`;
  drawText(context, theme, fitText(title, TEXT.label, plot.width), plot.x, plot.y - 30, {
    color: theme.ink,
    weight: 600,
  });
  const style = { color: theme.inkSoft, size: TEXT.small } as const;
  const up = fitText(data.names[1], TEXT.small, plot.width);
  const end = axisAtRight && layers.length > 0;
  drawText(context, theme, up, end ? plot.x + plot.width : plot.x, plot.y - 12, {
    ...style,
    align: end ? 'right' : 'left',
  });
  const floor = plot.y + plot.height;
  const across = fitText(data.names[0], TEXT.small, plot.width);
  drawText(context, theme, across, plot.x + plot.width / 2, floor + 32, {
    ...style,
    align: 'center',
  });
  context.setLineDash([]);
  context.lineWidth = 1;
  context.strokeStyle = theme.ruleStrong;
  context.strokeRect(plot.x, plot.y, plot.width, plot.height);
  drawTicks(context, scene, theme);
}

const unitTitle = ({ network, layers }: SurfaceScene, { layer, unit }: Shown) => {
  const activation = layers[layer - 1]?.activation;
  return `${network.nameOf(layer, unit)}${activation ? `, ${activation}` : ''}`;
};

/** What the gray of the plane means, where there is any. */
function grayWords({ fields }: SurfaceScene, shown: Shown | null): string {
  const units = fields.values[shown?.layer ?? fields.values.length - 1] ?? [];
  const missing = noNumbersIn(shown ? units.slice(shown.unit, shown.unit + 1) : units);
  if (missing === 0) return '';
  const all = missing === fields.rows * fields.columns;
  return all ? ': NaN everywhere, no number' : '; gray is NaN, no number';
}

function drawTicks(context: Context, scene: SurfaceScene, theme: Theme): void {
  const { plot, ticks, data, axisAtRight } = scene;
  const style = { color: theme.inkFaint, size: TEXT.small } as const;
  const within = ([low, high]: readonly [number, number], value: number) =>
    value >= low - 1e-9 && value <= high + 1e-9;
  for (const x of ticks.x.values.filter((value) => within(data.x, value))) {
    const at = pixelOf(scene, [x, data.y[0]]);
    tick(context, theme, at.x, at.y, 0, 4);
    drawText(context, theme, formatTick(x, ticks.x.step), at.x, at.y + 14, {
      ...style,
      align: 'center',
    });
  }
  const side = axisAtRight ? 1 : -1;
  for (const y of ticks.y.values.filter((value) => within(data.y, value))) {
    const at = pixelOf(scene, [axisAtRight ? data.x[1] : data.x[0], y]);
    tick(context, theme, at.x, at.y, 4 * side, 0);
    const align = axisAtRight ? 'left' : 'right';
    // The outermost numbers stay beside the plot rather than half above it.
    const place = Math.min(plot.y + plot.height - 5, Math.max(plot.y + 5, at.y));
    drawText(context, theme, formatTick(y, ticks.y.step), at.x + 8 * side, place, {
      ...style,
      align,
    });
  }
}

function tick(context: Context, theme: Theme, x: number, y: number, dx: number, dy: number): void {
  context.strokeStyle = theme.ruleStrong;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + dx, y + dy);
  context.stroke();
}
