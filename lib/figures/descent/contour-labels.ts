import type { Point, Rect } from '../figure-module';
import { formatShort } from '../format-short';
import { TEXT, textWidth } from '../text';
import type { Line } from './placed-contours';

export type ContourLabel = Point & { text: string; height: number };

const FROM_EDGE = 18;
const APART = 34;
/** Lines shorter than this on the drawing bear no label. */
const SHORTEST = 70;

/** One label a line that is long enough: where it runs most level, away from the edges and from other labels. */
export function placeLabels(lines: readonly Line[], plot: Rect): ContourLabel[] {
  const labels: ContourLabel[] = [];
  for (const line of [...lines].sort((a, b) => lengthOf(b.points) - lengthOf(a.points))) {
    if (lengthOf(line.points) < SHORTEST) continue;
    const text = formatShort(line.height);
    const half = textWidth(text, TEXT.small) / 2;
    const place = bestPlace(line.points, plot, half, labels);
    if (place) labels.push({ ...place, text, height: line.height });
  }
  return labels;
}

function bestPlace(
  points: readonly Point[],
  plot: Rect,
  half: number,
  taken: readonly ContourLabel[],
): Point | null {
  let best: { place: Point; slope: number } | null = null;
  for (let i = 2; i + 2 < points.length; i += 2) {
    const [place, before, after] = [points[i]!, points[i - 2]!, points[i + 2]!];
    const inside =
      place.x - half > plot.x + FROM_EDGE &&
      place.x + half < plot.x + plot.width - FROM_EDGE &&
      place.y > plot.y + FROM_EDGE &&
      place.y < plot.y + plot.height - FROM_EDGE;
    const free = taken.every(
      (label) => Math.abs(label.x - place.x) > APART + half || Math.abs(label.y - place.y) > 16,
    );
    if (!inside || !free) continue;
    const slope = Math.abs(after.y - before.y) / (Math.abs(after.x - before.x) + 1e-9);
    if (!best || slope < best.slope) best = { place, slope };
  }
  return best?.place ?? null;
}

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) {
    length += Math.hypot(points[i]!.x - points[i - 1]!.x, points[i]!.y - points[i - 1]!.y);
  }
  return length;
}
