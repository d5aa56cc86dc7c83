import type { Point, Rect } from '../figure-module';
import { TEXT, textWidth } from '../text';
import type { CurveLine } from './scene';

/** Where the middle of a mark's word crosses the fewest points of the lines, within the plot. */
export function freePlace(
  mark: Point,
  text: string,
  plot: Rect,
  lines: readonly CurveLine[],
): Point {
  const half = textWidth(text, TEXT.small) / 2 + 2;
  const clamp = (x: number) => Math.min(plot.x + plot.width - half, Math.max(plot.x + half, x));
  const places = [14, -14, 22, -22].flatMap((dy) =>
    [0, half, -half].map((dx) => ({ x: clamp(mark.x + dx), y: mark.y + dy })),
  );
  const points = lines.flatMap((line) => line.points);
  const inside = places.filter(({ y }) => y > plot.y + 6 && y < plot.y + plot.height - 8);
  const crossed = (place: Point) =>
    points.filter((p) => Math.abs(p.x - place.x) < half + 2 && Math.abs(p.y - place.y) < 10).length;
  const first = { x: clamp(mark.x), y: mark.y - 14 };
  return inside.reduce((a, b) => (crossed(b) < crossed(a) ? b : a), inside[0] ?? first);
}
