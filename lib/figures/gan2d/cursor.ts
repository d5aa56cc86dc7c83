import type { CursorOf, Key, Point } from '../figure-module';
import type { Gan2dScene } from './scene';

type Gan2dCursor = CursorOf<'gan2d'>;

const NEAR = 18;

/** The generated point nearest to the pointer; in the plane of noise, the one that was made there. */
export function hitGan2d({ generated, noise }: Gan2dScene, at: Point): Gan2dCursor | null {
  const best = [...generated.entries(), ...noise.entries()]
    .map(([point, place]) => ({ point, far: Math.hypot(place.x - at.x, place.y - at.y) }))
    .filter(({ far }) => far <= NEAR)
    .sort((a, b) => a.far - b.far)[0];
  return best ? { kind: 'gan2d', point: best.point } : null;
}

const WAYS = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
} as const;

/** The next point in the key's direction; `home` and `end` are the outermost at the left and at the right. */
export function moveGan2d(
  { generated, layout: { plot } }: Gan2dScene,
  cursor: Gan2dCursor | null,
  key: Key,
): Gan2dCursor {
  const order = [...generated.entries()].filter(([, { x, y }]) => isIn(x, y, plot));
  const from = generated[cursor?.point ?? -1];
  if (key === 'home' || key === 'end' || !from) {
    const sorted = order.sort(([, a], [, b]) => a.x - b.x);
    return { kind: 'gan2d', point: (key === 'end' ? sorted.at(-1) : sorted[0])?.[0] ?? 0 };
  }
  const way = WAYS[key];
  const next = order
    .map(([point, { x, y }]) => {
      const [ahead, aside] = along(x - from.x, y - from.y, way);
      return { point, ahead, cost: ahead + 2 * aside };
    })
    .filter(({ ahead, point }) => ahead > 0.01 && point !== cursor?.point)
    .sort((a, b) => a.cost - b.cost)[0];
  return { kind: 'gan2d', point: next?.point ?? cursor?.point ?? 0 };
}

function along(dx: number, dy: number, way: Point): [ahead: number, aside: number] {
  return [dx * way.x + dy * way.y, Math.abs(dx * way.y) + Math.abs(dy * way.x)];
}

function isIn(x: number, y: number, plot: { x: number; y: number; width: number; height: number }) {
  return x >= plot.x && y >= plot.y && x <= plot.x + plot.width && y <= plot.y + plot.height;
}
