import { placeOf, type Gan2dData } from './units';

/** Below this share of the window's side a grid is hardly more than a point. */
const POINT = 0.05;

/**
 * How large the warped grid is where the generator has collapsed: the longer side of the box around it, as a share of
 * the window's side. Null where there is no grid, or it has kept some extent.
 */
export function collapsedTo(data: Gan2dData): number | null {
  if (data.lines < 2) return null;
  const places = Array.from({ length: data.lines ** 2 }, (_, i) => placeOf(data, data.grid, i));
  const [low, high] = data.window;
  const reach = ([0, 1] as const).map((axis) => {
    const along = places.map((place) => place[axis]);
    return (Math.max(...along) - Math.min(...along)) / (high - low);
  });
  const share = Math.max(...reach);
  return share < POINT ? share : null;
}
