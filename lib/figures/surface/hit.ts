import type { Point } from '../figure-module';
import { planeAt, unitAt, type SurfaceCursor, type UnitCursor } from './cursor';
import { distanceToEdge, edgesOf } from './edges';
import { placeOfPixel } from './plane';
import type { SurfaceScene } from './scene';

/** How far from an edge still counts, CSS pixels. */
const REACH = 6;

export function hitSurface(scene: SurfaceScene, point: Point): SurfaceCursor | null {
  const { plot } = scene;
  const inside =
    point.x >= plot.x &&
    point.x <= plot.x + plot.width &&
    point.y >= plot.y &&
    point.y <= plot.y + plot.height;
  if (inside) return planeAt(placeOfPixel(scene, point));
  return hitUnit(scene, point) ?? hitEdge(scene, point);
}

function hitUnit(scene: SurfaceScene, { x, y }: Point): UnitCursor | null {
  for (const [layer, { units, size }] of scene.columns.entries()) {
    const reach = size / 2 + 2;
    const unit = units.findIndex(
      (at) => Math.abs(at.x - x) <= reach && Math.abs(at.y - y) <= reach,
    );
    if (unit >= 0) return unitAt(layer, unit);
  }
  return null;
}

function hitEdge(scene: SurfaceScene, point: Point): UnitCursor | null {
  let best: { cursor: UnitCursor; cost: number } | null = null;
  for (const edge of edgesOf(scene)) {
    const distance = distanceToEdge(edge, point);
    if (distance > REACH) continue;
    // A stronger one wins over one that is a little nearer.
    const cost = distance - REACH * edge.strength;
    const { layer, unit, from } = edge.place;
    if (!best || cost < best.cost) best = { cursor: unitAt(layer, unit, from), cost };
  }
  return best?.cursor ?? null;
}
