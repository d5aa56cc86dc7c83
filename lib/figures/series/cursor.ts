import type { CursorOf, Key, Point } from '../figure-module';
import type { SeriesScene } from './scene';
import { numberWords } from './unit-words';

type SeriesCursor = CursorOf<'series'>;
const PAGE = 10;

/** The point in time nearest to the pointer. */
export function hitSeries(scene: SeriesScene, { x, y }: Point): SeriesCursor | null {
  const { plot, strip, from, to } = scene;
  const bottom = strip ? strip.y + strip.height : plot.y + plot.height;
  const isOutside = y < plot.y - 8 || y > bottom + 8 || x < plot.x - 8;
  if (isOutside || x > plot.x + plot.width + 8 || to <= from) return null;
  const time = from + Math.round(((x - plot.x) / plot.width) * (to - 1 - from));
  return { kind: 'series', time: Math.min(to - 1, Math.max(from, time)) };
}

/** Left and right by one point in time, down and up by ten, back and on. */
export function moveSeries(
  { from, to }: SeriesScene,
  cursor: SeriesCursor | null,
  key: Key,
): SeriesCursor {
  const time = cursor?.time ?? from;
  const moves: Record<Key, number> = {
    left: time - 1,
    right: time + 1,
    up: time + PAGE,
    down: time - PAGE,
    home: from,
    end: to - 1,
  };
  const next = cursor || key === 'home' || key === 'end' ? moves[key] : from;
  return { kind: 'series', time: Math.min(to - 1, Math.max(from, next)) };
}

export function readSeries({ data }: SeriesScene, { time }: SeriesCursor): string {
  const values = data.lines.map(({ name, values }) => {
    const value = values[time] ?? NaN;
    return `${name} ${Number.isNaN(value) ? 'none' : numberWords(value, data.unit)}`;
  });
  return `${data.times[time] ?? ''}: ${values.join(', ')}`;
}
