import type { Context } from '../figure-module';
import { formatSigned } from '../format';
import { edgeColor, edgeWidth } from '../network/edge';
import { drawText, fitText, TEXT } from '../text';
import type { Theme } from '../theme';
import type { SurfaceCursor } from './cursor';
import { edgesOf, type Edge } from './edges';
import { fieldRaster } from './field-raster';
import { meaningOf } from './meaning';
import type { Shown, SurfaceScene } from './scene';

const DASH = [5, 3];
/** Of an edge that nothing asks for, while another is pointed at. */
const FADED = 0.2;
/** These weights are few, so that the weak ones may show. */
const GAMMA = 0.6;

const widthOf = ({ strength }: Edge) => edgeWidth(strength ** GAMMA);

/** The weights, negative ones dashed; what is pointed at or being set stands out, with its number. */
export function drawEdges(
  context: Context,
  scene: SurfaceScene,
  theme: Theme,
  cursor: SurfaceCursor | null,
): void {
  const edges = edgesOf(scene);
  const wanted = edges.filter((edge) => isWanted(scene, edge, cursor));
  context.save();
  context.lineCap = 'butt';
  for (const edge of edges) {
    const strength = wanted.length > 0 ? edge.strength * FADED : edge.strength;
    strokeEdge(context, edge, widthOf(edge), edgeColor(strength ** GAMMA, edge.weight, theme));
  }
  for (const edge of wanted) {
    const width = Math.max(1.5, widthOf(edge));
    strokeEdge(context, edge, width, edgeColor(Math.max(0.5, edge.strength), edge.weight, theme));
  }
  context.restore();
  if (wanted.length === 1 && wanted[0]) drawNumber(context, theme, wanted[0]);
}

function isWanted({ chosen }: SurfaceScene, { place }: Edge, cursor: SurfaceCursor | null) {
  const at = cursor?.part === 'unit' ? cursor : chosen;
  if (!at) return false;
  const { layer, unit, from } = place;
  const into = at.layer === layer && at.unit === unit;
  if (at.from !== null) return into && at.from === from;
  return into || (at.layer === layer - 1 && at.unit === from);
}

function strokeEdge(context: Context, { from, to, weight }: Edge, width: number, color: string) {
  const third = (to.x - from.x) / 3;
  context.setLineDash(weight < 0 ? DASH : []);
  context.lineWidth = width;
  context.strokeStyle = color;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.bezierCurveTo(from.x + third, from.y, to.x - third, to.y, to.x, to.y);
  context.stroke();
}

function drawNumber(context: Context, theme: Theme, { from, to, weight }: Edge): void {
  drawText(context, theme, formatSigned(weight), (from.x + to.x) / 2, (from.y + to.y) / 2 - 11, {
    color: theme.ink,
    weight: 600,
    align: 'center',
    halo: theme.paper,
  });
}

/** Every unit as a picture of its own values over the plane; the one in the plot is ringed. */
export function drawPictures(
  context: Context,
  scene: SurfaceScene,
  theme: Theme,
  shown: Shown | null,
): void {
  const { data, layers, fields, columns, chosen } = scene;
  const at = shown ?? { layer: layers.length, unit: 0 };
  context.setLineDash([]);
  for (const [layer, { units, size, x, heading }] of columns.entries()) {
    const top = (units[0]?.y ?? 0) - size / 2;
    for (const [unit, place] of units.entries()) {
      const field = fields.values[layer]?.[unit];
      if (!field) continue;
      const box = { x: place.x - size / 2, y: place.y - size / 2, width: size, height: size };
      const meaning = meaningOf(data, layers, fields, layer, unit);
      context.drawRaster(fieldRaster(field, fields, meaning, theme), box, true);
      const ringed = at.layer === layer && at.unit === unit;
      const set = chosen?.layer === layer && chosen.unit === unit;
      context.strokeStyle = ringed ? theme.ink : set ? theme.accent : theme.ruleStrong;
      context.lineWidth = ringed || set ? 2 : 1;
      context.strokeRect(box.x, box.y, size, size);
      if (layer === 0)
        drawName(context, theme, data.names[unit] ?? '', place.x, place.y + size / 2, size);
    }
    drawHeading(context, theme, heading, x, Math.max(30, top - 12));
  }
}

function drawName(
  context: Context,
  theme: Theme,
  name: string,
  x: number,
  y: number,
  size: number,
) {
  drawText(context, theme, fitText(name, TEXT.small, size + 40), Math.max(x, size / 2), y + 11, {
    color: theme.inkSoft,
    size: TEXT.small,
    align: 'center',
    halo: theme.paper,
  });
}

/** Above the topmost picture. */
function drawHeading(
  context: Context,
  theme: Theme,
  lines: readonly string[],
  x: number,
  bottom: number,
): void {
  lines.forEach((line, i) => {
    const strong = i === 0;
    drawText(context, theme, line, x, bottom - 14 * (lines.length - 1 - i), {
      color: strong ? theme.ink : theme.inkFaint,
      size: strong ? TEXT.label : TEXT.small,
      weight: strong ? 600 : 400,
      align: 'center',
      halo: theme.paper,
    });
  });
}
