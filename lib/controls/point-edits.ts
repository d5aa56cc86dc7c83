import { LIMITS, type ControlPoint } from '@/lib/protocol';
import { coordinateText, type PointsControl } from './plane';

export type Points = readonly ControlPoint[];

/** As many as a control may hold. */
export const MAX_POINTS = LIMITS.points;

/** With the point at the end, where it is drawn on top; unchanged when there is no room. */
export function addPoint(points: Points, point: ControlPoint): Points {
  return points.length >= MAX_POINTS ? points : [...points, point];
}

export function movePoint(points: Points, index: number, to: { x: number; y: number }): Points {
  return points.map((point, at) => (at === index ? { ...point, ...to } : point));
}

export function removePoint(points: Points, index: number): Points {
  return points.filter((_, at) => at !== index);
}

/** The next point in their order, round the end; with none chosen the first, or going back the last. */
export function neighbour(points: Points, index: number, by: 1 | -1): number {
  if (points.length === 0) return -1;
  if (index < 0) return by === 1 ? 0 : points.length - 1;
  return (index + by + points.length) % points.length;
}

/** "12 points: 7 cat, 5 dog" */
export function pointsWords({ labels }: Pick<PointsControl, 'labels'>, points: Points): string {
  if (points.length === 0) return 'no points yet';
  const total = points.length === 1 ? '1 point' : `${points.length.toLocaleString('en')} points`;
  if (labels.length < 2) return total;
  const counts = labels
    .map((label, at) => ({ label, count: points.filter((point) => point.label === at).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count.toLocaleString('en')} ${label}`);
  return `${total}: ${counts.join(', ')}`;
}

/** "Point 3 of 12: x 0.40, y −0.20, cat" */
export function pointWords(control: PointsControl, points: Points, index: number): string {
  const point = points[index];
  if (point === undefined) return '';
  return `Point ${index + 1} of ${points.length}: ${placeWords(control, point)}, ${control.labels[point.label] ?? ''}`;
}

/** "x 0.40, y −0.20", by the names of the axes. */
export function placeWords(
  { x, y, names }: Pick<PointsControl, 'x' | 'y' | 'names'>,
  place: { x: number; y: number },
): string {
  const [across, up] = axisNames(names);
  return `${across} ${coordinateText(x, place.x)}, ${up} ${coordinateText(y, place.y)}`;
}

/** What the axes are called, also where the code names none. */
export function axisNames([x, y]: PointsControl['names']): [string, string] {
  return [x || 'x', y || 'y'];
}
