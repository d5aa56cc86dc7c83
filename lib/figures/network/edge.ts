import { mix } from '../color';
import type { Context } from '../figure-module';
import type { Theme } from '../theme';
import type { Band } from './band';
import { edgeEnds, type NetworkScene } from './scene';

/** Width in CSS pixels of an edge of this strength, 0 to 1. */
export const edgeWidth = (strength: number) => 0.3 + 3.3 * strength ** 1.8;

/** Opaque mixes rather than transparency: many faint edges over each other must not add up to a strong one. */
export function edgeColor(strength: number, sign: number, theme: Theme): string {
  const color = sign < 0 ? theme.negative : theme.positive;
  return mix(theme.paper, color, 0.05 + 0.95 * strength ** 1.9);
}

/** Each edge is a path of its own: one path of hundreds that cross takes twice as long to fill in (measured). */
export function strokeEdges(
  context: Context,
  scene: NetworkScene,
  band: Band,
  edges: readonly number[],
  color: string,
): void {
  context.strokeStyle = color;
  for (const edge of edges) strokeEdge(context, scene, band, edge);
}

/**
 * A cubic whose controls stand at thirds: x is then linear along it and y is the smoothstep
 * 3t^2 - 2t^3, which hit testing solves directly.
 */
function strokeEdge(context: Context, scene: NetworkScene, band: Band, edge: number): void {
  const ends = edgeEnds(scene, band, edge);
  if (!ends) return;
  const [from, to] = ends;
  const third = (to.x - from.x) / 3;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.bezierCurveTo(from.x + third, from.y, to.x - third, to.y, to.x, to.y);
  context.stroke();
}
