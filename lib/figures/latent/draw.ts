import type { Context, CursorOf, Rect } from '../figure-module';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import { inkRaster } from './ink';
import { shownNode, type LatentScene } from './scene';
import { placeWords } from './words';

/** All images; they stay as they are while the cursor moves, but must not fade behind it. */
export function drawLatent(
  context: Context,
  scene: LatentScene,
  theme: Theme,
  cursor: CursorOf<'latent'> | null,
): void {
  const { data, square, large } = scene;
  const node = shownNode(scene, cursor);
  context.drawRaster(allImages(scene, theme), square, true);
  outline(context, square, theme.ruleStrong, 1, 0.5);
  if (!cursor) drawWay(context, scene, theme);
  const cell = square.width / data.size;
  const chosen = {
    x: square.x + node.column * cell,
    y: square.y + node.row * cell,
    width: cell,
    height: cell,
  };
  outline(context, chosen, theme.paper, 4, 0);
  outline(context, chosen, theme.accent, 2.5, 0);
  context.drawRaster(inkRaster(data, [node.row, node.column, 1], theme), large, false);
  outline(context, large, theme.accent, 2, 1);
  const small = { color: theme.inkSoft, size: TEXT.small } as const;
  drawText(context, theme, 'All of the square', square.x, 10, small);
  drawText(context, theme, 'The one that is marked', large.x, large.y - 12, small);
  drawText(context, theme, placeWords(data, node), large.x, large.y + large.height + 14, small);
  drawCorners(context, scene, theme);
}

const kept = new WeakMap<LatentScene, { theme: Theme; raster: ReturnType<typeof inkRaster> }>();

/** A cursor that moves draws the same scene again. */
function allImages(scene: LatentScene, theme: Theme): ReturnType<typeof inkRaster> {
  const known = kept.get(scene);
  if (known?.theme === theme) return known.raster;
  const raster = inkRaster(scene.data, [0, 0, scene.data.size], theme);
  kept.set(scene, { theme, raster });
  return raster;
}

function drawWay(context: Context, { way, walker }: LatentScene, theme: Theme): void {
  context.setLineDash([]);
  context.lineJoin = 'round';
  for (const [color, width] of [
    [theme.paper, 4],
    [theme.accent, 1.5],
  ] as const) {
    // prettier-ignore
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    way.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.stroke();
  }
  context.fillStyle = theme.accent;
  context.strokeStyle = theme.paper;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(walker.x, walker.y, 6, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function drawCorners(context: Context, { data, square }: LatentScene, theme: Theme): void {
  const places = [[0, 0], [1, 0], [1, 1], [0, 1]] as const; // prettier-ignore
  data.corners.forEach((name, i) => {
    const [right, bottom] = places[i]!;
    const x = square.x + right * square.width + (right ? -5 : 5);
    const y = square.y + bottom * square.height + (bottom ? -9 : 9);
    const style = { color: theme.ink, size: TEXT.small, weight: 600, halo: theme.paper } as const;
    drawText(context, theme, name, x, y, { ...style, align: right ? 'right' : 'left' });
  });
}

function outline(context: Context, rect: Rect, color: string, width: number, out: number): void {
  context.setLineDash([]);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.strokeRect(rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out);
}
