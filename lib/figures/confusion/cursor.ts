import type { CursorOf, Key, Point, Pressed } from '../figure-module';
import { formatCount, formatPercent } from '../format';
import { moveInGrid } from '../move-in-grid';
import type { ConfusionScene } from './scene';
import { countAt } from './scores';

type ConfusionCursor = CursorOf<'confusion'>;

export function hitConfusion(scene: ConfusionScene, { x, y }: Point): ConfusionCursor | null {
  const { plot, cell, data } = scene;
  const actual = Math.floor((y - plot.y) / cell.height);
  const predicted = Math.floor((x - plot.x) / cell.width);
  const inside = (i: number) => i >= 0 && i < data.labels.length;
  return inside(actual) && inside(predicted) ? { kind: 'confusion', actual, predicted } : null;
}

export function moveConfusion(
  scene: ConfusionScene,
  cursor: ConfusionCursor | null,
  key: Key,
): ConfusionCursor {
  const count = scene.data.labels.length;
  const from = cursor && { row: cursor.actual, column: cursor.predicted };
  const { row, column } = moveInGrid(from, key, count, count);
  return { kind: 'confusion', actual: row, predicted: column };
}

export function readConfusion(scene: ConfusionScene, cursor: ConfusionCursor): string {
  const { actual, predicted } = cursor;
  const { labels } = scene.data;
  const count = countAt(scene.data, actual, predicted);
  const total = scene.scores.rows[actual]?.total ?? 0;
  const verdict = actual === predicted ? 'right' : 'wrong';
  const share = total === 0 ? '' : ` (${formatPercent(count / total)})`;
  const pair = `actual ${labels[actual] ?? ''}, predicted ${labels[predicted] ?? ''}`;
  const press = scene.data.examples && count > 0 ? '. Press it to see them' : '';
  return `${pair}: ${formatCount(count)} of ${formatCount(total)}${share}, ${verdict}${press}`;
}

/** Shows the cases of the cell, or closes them where they are shown; without examples there is nothing to show. */
export function pressConfusion(
  { data, opened }: ConfusionScene,
  { actual, predicted }: ConfusionCursor,
): Pressed | null {
  if (!data.examples) return null;
  const isOpen = opened?.actual === actual && opened.predicted === predicted;
  return { settings: { open: isOpen ? -1 : actual * data.labels.length + predicted } };
}
