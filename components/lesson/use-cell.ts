'use client';

import type { CellSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { useLessonValue } from './use-lesson-value';

/**
 * One cell's state.
 *
 * @throws {Error} when the lesson has no such cell.
 */
export function useCell(id: CellId): CellSnapshot {
  const cell = useLessonValue(({ kernel }) => kernel.cells[id]);
  if (cell === undefined) throw new Error(`The lesson has no cell "${id}".`);
  return cell;
}
