import type { Context, CursorOf } from '../figure-module';
import { formatSigned } from '../format';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import { strengthOf, type Band } from './band';
import { edgeColor, edgeWidth, strokeEdges } from './edge';
import { unitsOf } from './names';
import { edgeEnds, type NetworkScene } from './scene';

const DASH = [6, 3];

/** The weight pointed at, or all weights into and out of a unit; the negative ones dashed. */
export function drawHighlight(
  context: Context,
  scene: NetworkScene,
  cursor: CursorOf<'network'>,
  theme: Theme,
): void {
  context.save();
  for (const band of scene.bands) {
    const edges = edgesOf(scene, band, cursor);
    edges.sort((a, b) => strengthOf(band, a) - strengthOf(band, b));
    for (const edge of edges) strokeOne(context, scene, band, edge, theme, cursor.from !== null);
  }
  context.restore();
  if (cursor.from !== null) drawNumber(context, scene, cursor, cursor.from, theme);
}

function edgesOf(scene: NetworkScene, band: Band, cursor: CursorOf<'network'>): number[] {
  const edges: number[] = [];
  if (band.layer === cursor.layer) {
    const inputs = unitsOf(scene.data, band.layer - 1);
    for (let from = 0; from < inputs; from++) {
      if (cursor.from === null || cursor.from === from) edges.push(from * band.units + cursor.unit);
    }
  } else if (band.layer === cursor.layer + 1 && cursor.from === null) {
    for (let to = 0; to < band.units; to++) edges.push(cursor.unit * band.units + to);
  }
  return edges.filter((edge) => Number.isFinite(band.kernel[edge]));
}

function strokeOne(
  context: Context,
  scene: NetworkScene,
  band: Band,
  edge: number,
  theme: Theme,
  alone: boolean,
): void {
  const weight = band.kernel[edge] ?? 0;
  const strength = strengthOf(band, edge) ** band.sharpness;
  // A weight shown alone is drawn in full colour however small it is.
  context.lineWidth = Math.max(alone ? 2 : 0.75, edgeWidth(strength));
  context.setLineDash(weight < 0 ? DASH : []);
  const color = edgeColor(alone ? 1 : Math.max(0.3, strength), weight, theme);
  strokeEdges(context, scene, band, [edge], color);
}

function drawNumber(
  context: Context,
  scene: NetworkScene,
  cursor: CursorOf<'network'>,
  from: number,
  theme: Theme,
): void {
  const band = scene.bands[cursor.layer - 1];
  const edge = band ? from * band.units + cursor.unit : 0;
  const ends = band && edgeEnds(scene, band, edge);
  if (!ends) return;
  const [start, end] = ends;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  drawText(context, theme, formatSigned(band.kernel[edge] ?? NaN), middle.x, middle.y - 12, {
    color: theme.ink,
    size: TEXT.label,
    weight: 600,
    align: 'center',
    halo: theme.paper,
  });
}
