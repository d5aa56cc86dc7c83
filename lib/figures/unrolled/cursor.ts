import type { CursorOf, Key, Point } from '../figure-module';
import { formatNumber } from '../format';
import { moveInGrid } from '../move-in-grid';
import { valueAt, type UnrolledScene } from './scene';

type UnrolledCursor = CursorOf<'unrolled'>;

/** The unit under the pointer; between two columns, that of the nearer one. */
export function hitUnrolled(scene: UnrolledScene, { x, y }: Point): UnrolledCursor | null {
  const { columns, pitch, row, data, shown } = scene;
  const first = columns[0];
  if (!first || y < first.y || y >= first.y + first.height) return null;
  const step = Math.floor((x - first.x + (pitch - first.width) / 2) / pitch);
  if (step < 0 || step >= shown) return null;
  const unit = Math.min(data.units - 1, Math.floor((y - first.y) / row));
  return { kind: 'unrolled', step, unit };
}

/** Through the unrolled steps with left and right, through units with up and down. */
export function moveUnrolled(
  { data, shown }: UnrolledScene,
  cursor: UnrolledCursor | null,
  key: Key,
): UnrolledCursor {
  const from = cursor && { row: cursor.unit, column: cursor.step };
  const { row, column } = moveInGrid(from, key, Math.max(1, data.units), shown);
  return { kind: 'unrolled', step: column, unit: row };
}

export function readUnrolled(
  { data, trace }: UnrolledScene,
  { step, unit }: UnrolledCursor,
): string {
  const value = formatNumber(valueAt(trace, data.units, step, unit));
  const before = step > 0 ? formatNumber(valueAt(trace, data.units, step - 1, unit)) : null;
  const was = before === null ? '' : `, after ${before} at the step before`;
  return `step ${step + 1} (${data.inputs[step] ?? ''}), unit ${unit + 1}: ${trace.name} ${value}${was}`;
}
