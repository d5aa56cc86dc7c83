import type { CursorOf, Key, Point } from '../figure-module';
import { formatNumber, joinWords } from '../format';
import type { LinesScene } from './scene';
import { pointWords } from './words';

type LinesCursor = CursorOf<'lines'>;

/** Pixels beyond the plot at which its points are still meant. */
const REACH = 12;
/** Other lines that the readout names. */
const OTHERS = 5;

/** The point nearest to the pointer, anywhere in the plot; at a name, where its line ends. */
export function hitLines(scene: LinesScene, at: Point): LinesCursor | null {
  const { lines, labels, plot } = scene;
  if (at.x >= labels.x - REACH) return hitName(scene, at);
  const isNear =
    at.x > plot.x - REACH && at.y > plot.y - REACH && at.y < plot.y + plot.height + REACH;
  if (!isNear || at.x > plot.x + plot.width + REACH) return null;
  let nearest: LinesCursor | null = null;
  let best = Infinity;
  lines.forEach(({ points }, series) =>
    points.forEach(({ x, y }, point) => {
      const distance = Math.hypot(x - at.x, y - at.y);
      if (!(distance < best)) return;
      best = distance;
      nearest = { kind: 'lines', series, point };
    }),
  );
  return nearest;
}

function hitName({ lines }: LinesScene, { y }: Point): LinesCursor | null {
  const series = lines.findIndex(({ labelY }) => Math.abs(labelY - y) < 8);
  const point = (lines[series]?.points.length ?? 0) - 1;
  return point < 0 ? null : { kind: 'lines', series, point };
}

/** Left and right along a line, up and down to the line above and below at about the same x. */
export function moveLines(scene: LinesScene, cursor: LinesCursor | null, key: Key): LinesCursor {
  const from = cursor ?? { kind: 'lines', series: 0, point: 0 };
  const last = Math.max(0, (scene.lines[from.series]?.points.length ?? 1) - 1);
  if (!cursor) return { ...from, point: key === 'end' ? last : 0 };
  const to = (point: number) => ({ ...from, point: Math.min(last, Math.max(0, point)) });
  switch (key) {
    case 'left':
      return to(from.point - 1);
    case 'right':
      return to(from.point + 1);
    case 'home':
      return to(0);
    case 'end':
      return to(last);
    case 'up':
      return acrossFrom(scene, from, -1);
    case 'down':
      return acrossFrom(scene, from, 1);
    default:
      return key satisfies never;
  }
}

/** The next line in the order of the names at the right, which runs from the top down. */
function acrossFrom(scene: LinesScene, from: LinesCursor, by: number): LinesCursor {
  const order = scene.lines
    .map((line, index) => ({ index, y: line.labelY }))
    .sort((a, b) => a.y - b.y)
    .map(({ index }) => index);
  const next = order[order.indexOf(from.series) + by];
  const x = scene.data.series[from.series]?.x[from.point];
  if (next === undefined || x === undefined) return from;
  const points = scene.data.series[next]?.x ?? new Float32Array(0);
  return points.length === 0 ? from : { kind: 'lines', series: next, point: nearestTo(points, x) };
}

function nearestTo(values: Float32Array, x: number): number {
  return values.reduce(
    (best, value, i) => (Math.abs(value - x) < Math.abs((values[best] ?? 0) - x) ? i : best),
    0,
  );
}

/** "layer 3: mean |gradient| 1.2e−5 with sigmoid; tanh 0.004, relu 0.011" */
export function readLines({ data }: LinesScene, { series, point }: LinesCursor): string {
  const own = data.series[series];
  const x = own?.x[point];
  if (!own || x === undefined) return '';
  const others = data.series.flatMap((other, index) => {
    const i = other.x.indexOf(x);
    return index === series || i < 0 ? [] : `${other.name} ${formatNumber(other.y[i] ?? NaN)}`;
  });
  const more = others.length > OTHERS ? [`${others.length - OTHERS} more`] : [];
  const rest = joinWords([...others.slice(0, OTHERS), ...more]);
  return `${own.name}, ${pointWords(data, own, point)}${rest && `; there: ${rest}`}`;
}
