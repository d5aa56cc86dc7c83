import type { Point, Rect } from '../figure-module';
import { TEXT, textWidth } from '../text';
import type { CurveLine, Mark } from './scene';

const ROW = 15;
/** From a rule to the words that belong to it. */
const BESIDE = 6;
/** Width of what stands at the right of the plot. */
const NAMES = 76;
/** What stands in the way, from bad to slight; each row further down costs 1. */
const COST = { words: 1000, outside: 300, rule: 100, line: 10 };

type Box = { left: number; right: number; top: number; bottom: number };
type Place = { align: 'left' | 'right'; x: number; y: number; box: Box };

/** Words beside each rule where neither another rule nor a line crosses them, if there is such a place; near the top. */
export function placeMarks(
  marks: readonly { x: number; text: string }[],
  plot: Rect,
  lines: readonly CurveLine[],
): Mark[] {
  const taken = lines.flatMap(endOf);
  return marks.map((mark, index) => {
    const rules = marks.flatMap(({ x }, other) => (other === index ? [] : [x]));
    const costOf = (place: Place) =>
      COST.words * taken.filter((box) => overlap(box, place.box)).length +
      COST.outside * Number(isOutside(place.box, plot)) +
      COST.rule * rules.filter((x) => x > place.box.left - 2 && x < place.box.right + 2).length +
      COST.line * lines.filter(({ points }) => crosses(points, place.box)).length +
      (place.y - plot.y) / ROW;
    const best = placesFor(mark, plot).reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
    taken.push(best.box);
    return { ...mark, label: { x: best.x, y: best.y, align: best.align } };
  });
}

/** On both sides of the rule, in rows from the top down; at the right first. */
function placesFor({ x, text }: { x: number; text: string }, plot: Rect): Place[] {
  const width = textWidth(text, TEXT.small);
  const rows = Math.max(1, Math.floor((plot.height - 8) / ROW));
  return Array.from({ length: rows }, (_, row) => plot.y + 6 + ROW * row).flatMap((y) =>
    (['left', 'right'] as const).map((align): Place => {
      const at = align === 'left' ? x + BESIDE : x - BESIDE;
      const left = align === 'left' ? at : at - width;
      const box = { left, right: left + width, top: y - ROW / 2, bottom: y + ROW / 2 };
      return { align, x: at, y, box };
    }),
  );
}

/** At the left are the axis's numbers; at the right is room for words where no line's name stands. */
const isOutside = ({ left, right }: Box, { x, width }: Rect) =>
  left < x || right > x + width + NAMES;

/** About where a line's name and its newest number are. */
function endOf({ points }: CurveLine): Box[] {
  const end = points.findLast(({ y }) => Number.isFinite(y));
  if (!end) return [];
  return [{ left: end.x, right: end.x + NAMES, top: end.y - 22, bottom: end.y + 22 }];
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether the line through the points enters the box. */
export function crosses(points: readonly Point[], box: Box): boolean {
  return points.some((to, i) => {
    const from = points[i - 1] ?? to;
    if (!Number.isFinite(from.y) || !Number.isFinite(to.y)) return false;
    const [left, right] = [Math.max(box.left, from.x), Math.min(box.right, to.x)];
    if (left > right) return false;
    const yAt = (x: number) =>
      to.x === from.x ? to.y : from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y);
    const [a, b] = [yAt(left), yAt(right)];
    return Math.min(a, b) < box.bottom && Math.max(a, b) > box.top;
  });
}
