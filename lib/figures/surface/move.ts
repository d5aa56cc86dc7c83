import type { Key } from '../figure-module';
import { planeAt, unitAt, type SurfaceCursor } from './cursor';
import { stepOnPlane } from './plane';
import type { SurfaceScene } from './scene';

/** Home goes to the first picture, End to the plane; arrows move within each, and from the last pictures to the plane. */
export function moveSurface(
  scene: SurfaceScene,
  cursor: SurfaceCursor | null,
  key: Key,
): SurfaceCursor {
  const { columns, data } = scene;
  if (key === 'end') return planeAt(scene.place);
  if (key === 'home' && columns.length > 0) return unitAt(1, 0);
  if (!cursor) return planeAt(scene.place);
  if (cursor.part === 'plane') return planeAt(stepOnPlane(data, [cursor.x, cursor.y], key));
  const { layer, unit } = cursor;
  const within = (count: number, index: number) => Math.max(0, Math.min(count - 1, index));
  const count = columns[layer]?.units.length ?? 1;
  switch (key) {
    case 'up':
      return unitAt(layer, within(count, unit - 1));
    case 'down':
      return unitAt(layer, within(count, unit + 1));
    case 'left':
    case 'right': {
      const next = layer + (key === 'left' ? -1 : 1);
      if (next >= columns.length) return planeAt(scene.place);
      if (next < 0) return unitAt(0, unit);
      const others = columns[next]?.units.length ?? 1;
      return unitAt(next, within(others, Math.round(((unit + 0.5) / count) * others - 0.5)));
    }
    case 'home':
      return unitAt(1, 0);
    default:
      return key satisfies never;
  }
}
