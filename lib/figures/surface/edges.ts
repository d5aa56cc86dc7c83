import type { WeightPlace } from '../dense/weight-edit';
import type { Point } from '../figure-module';
import type { SurfaceScene } from './scene';

/** A weight as it is drawn: from one picture's side to the next one's. */
export type Edge = { place: WeightPlace; weight: number; strength: number; from: Point; to: Point };

/** Every weight between pictures, the weakest first; strength is the share of the largest of its layer in training. */
export function edgesOf({ columns, layers, scales }: SurfaceScene): Edge[] {
  const edges: Edge[] = [];
  columns.slice(1).forEach((column, index) => {
    const before = columns[index];
    const layer = layers[index];
    if (!before || !layer) return;
    const full = scales[index]?.weight || 1;
    for (const [from, start] of before.units.entries()) {
      for (const [unit, end] of column.units.entries()) {
        const weight = layer.kernel[from * layer.units + unit] ?? NaN;
        if (!Number.isFinite(weight)) continue;
        edges.push({
          place: { layer: index + 1, unit, from },
          weight,
          strength: Math.min(1, Math.abs(weight) / full),
          from: { x: start.x + before.size / 2, y: start.y },
          to: { x: end.x - column.size / 2, y: end.y },
        });
      }
    }
  });
  return edges.sort((a, b) => a.strength - b.strength);
}

/** From a point to an edge's curve, to first order: the vertical distance over the curve's slope. */
export function distanceToEdge({ from, to }: Edge, { x, y }: Point): number {
  const t = (x - from.x) / (to.x - from.x);
  if (!(t >= 0 && t <= 1)) return Infinity;
  const height = to.y - from.y;
  const curve = from.y + height * t * t * (3 - 2 * t);
  const slope = (height * 6 * t * (1 - t)) / (to.x - from.x);
  return Math.abs(y - curve) / Math.hypot(1, slope);
}
