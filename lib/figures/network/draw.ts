import type { Context, CursorOf } from '../figure-module';
import { diverging } from '../ramp';
import type { Theme } from '../theme';
import type { Band } from './band';
import { drawFoot } from './draw-foot';
import { drawHighlight } from './draw-highlight';
import { drawLabels } from './draw-labels';
import { edgeColor, edgeWidth, strokeEdges } from './edge';
import { biasScale } from './layer-scale';
import type { NetworkScene } from './scene';
import { heldInNetwork } from './what-if';

/** All edges; faded behind what the reader points at. */
export function drawEdges(context: Context, scene: NetworkScene, theme: Theme): void {
  context.lineCap = 'butt';
  context.setLineDash([]);
  for (const band of scene.bands) drawBand(context, scene, band, theme);
}

function drawBand(context: Context, scene: NetworkScene, band: Band, theme: Theme): void {
  for (const { strength: share, negative, positive } of band.levels) {
    const strength = share ** band.sharpness;
    context.lineWidth = edgeWidth(strength);
    strokeEdges(context, scene, band, negative, edgeColor(strength, -1, theme));
    strokeEdges(context, scene, band, positive, edgeColor(strength, 1, theme));
  }
}

/** What stands before the edges: the weights pointed at, units, words. */
export function drawNetwork(
  context: Context,
  scene: NetworkScene,
  theme: Theme,
  cursor: CursorOf<'network'> | null,
): void {
  context.setLineDash([]);
  const at = cursor ?? heldInNetwork(scene);
  if (at) drawHighlight(context, scene, at, theme);
  scene.layout.columns.forEach((_, layer) => drawUnits(context, scene, layer, theme));
  if (at) drawRing(context, scene, at, theme);
  drawLabels(context, scene, theme, cursor);
  drawFoot(context, scene, theme);
}

/** Inputs are hollow; a unit is filled by its bias, on the one scale that the foot names. */
function drawUnits(context: Context, scene: NetworkScene, layer: number, theme: Theme): void {
  const column = scene.layout.columns[layer];
  const biases = scene.data.layers[layer - 1]?.bias;
  const full = biasScale(scene.scales) || 1;
  if (!column) return;
  context.lineWidth = column.radius > 3 ? 1 : 0.75;
  context.strokeStyle = theme.inkFaint;
  column.nodes.forEach(({ x, y }, unit) => {
    const bias = biases?.[unit] ?? 0;
    context.fillStyle = Number.isFinite(bias) ? diverging(bias / full, theme) : theme.paper;
    context.beginPath();
    context.arc(x, y, column.radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  });
}

function drawRing(
  context: Context,
  scene: NetworkScene,
  cursor: CursorOf<'network'>,
  theme: Theme,
): void {
  const rings: [number, number][] = [[cursor.layer, cursor.unit]];
  if (cursor.from !== null) rings.push([cursor.layer - 1, cursor.from]);
  context.strokeStyle = theme.ink;
  context.lineWidth = 2;
  for (const [layer, unit] of rings) {
    const column = scene.layout.columns[layer];
    const node = column?.nodes[unit];
    if (!column || !node) continue;
    context.beginPath();
    context.arc(node.x, node.y, column.radius + 2, 0, 2 * Math.PI);
    context.stroke();
  }
}
