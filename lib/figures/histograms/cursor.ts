import type { CursorOf, Key, Point } from '../figure-module';
import { formatCount, formatNumber, formatPercent } from '../format';
import type { Bar } from './bars';
import { countOf } from './data';
import { noteOf } from './notes';
import type { HistogramsScene } from './scene';

type HistogramsCursor = CursorOf<'histograms'>;

/** The bin under the pointer, over the whole height of its row; beside the bars the nearest. */
export function hitHistograms({ rows }: HistogramsScene, at: Point): HistogramsCursor | null {
  const layer = rows.findIndex(
    ({ plot }) => at.y >= plot.y - 24 && at.y <= plot.y + plot.height + 4,
  );
  const row = rows[layer];
  if (!row || row.bars.length === 0) return null;
  const distance = (i: number) => {
    const bar = row.bars[i];
    return bar ? Math.abs((bar.left + bar.right) / 2 - at.x) : Infinity;
  };
  const bin = row.bars.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
  return { kind: 'histograms', layer, bin };
}

/** Left and right along the bins, up and down to the layers before and after, at about the same value. */
export function moveHistograms(
  scene: HistogramsScene,
  cursor: HistogramsCursor | null,
  key: Key,
): HistogramsCursor {
  if (!cursor) return { kind: 'histograms', layer: 0, bin: 0 };
  const last = Math.max(0, (scene.rows[cursor.layer]?.bars.length ?? 1) - 1);
  const to = (bin: number) => ({ ...cursor, bin: Math.min(last, Math.max(0, bin)) });
  switch (key) {
    case 'left':
      return to(cursor.bin - 1);
    case 'right':
      return to(cursor.bin + 1);
    case 'home':
      return to(0);
    case 'end':
      return to(last);
    case 'up':
      return across(scene, cursor, -1);
    case 'down':
      return across(scene, cursor, 1);
    default:
      return key satisfies never;
  }
}

function across(scene: HistogramsScene, cursor: HistogramsCursor, by: number): HistogramsCursor {
  const bar = scene.rows[cursor.layer]?.bars[cursor.bin];
  const next = scene.rows[cursor.layer + by];
  if (!bar || !next) return cursor;
  const at = { x: (bar.left + bar.right) / 2, y: next.plot.y + 1 };
  const hit = hitHistograms(scene, at);
  return hit ? { ...hit, layer: cursor.layer + by } : cursor;
}

export function readHistograms(
  { rows, data, quantity, sizes }: HistogramsScene,
  { layer, bin }: HistogramsCursor,
): string {
  const row = rows[layer];
  const bar = row?.bars[bin];
  if (!row?.distribution || !bar) return '';
  const all = countOf(row.distribution);
  const what = sizes ? `${quantity} of size` : quantity;
  const share = `${formatCount(bar.count)} of ${formatCount(all)} ${what}`;
  const note = noteOf(data.layers, row.layer, quantity).text;
  return (
    `${row.layer.name}, ${row.layer.activation}: ${share} ${endsWords(bar)} ` +
    `(${formatPercent(bar.count / Math.max(1, all))})${note && `; ${note}`}`
  );
}

function endsWords({ from, to }: Bar): string {
  if (from === -Infinity) return `below ${formatNumber(to)}, beyond the axis`;
  if (to === Infinity) return `above ${formatNumber(from)}, beyond the axis`;
  return `from ${formatNumber(from)} to ${formatNumber(to)}`;
}
