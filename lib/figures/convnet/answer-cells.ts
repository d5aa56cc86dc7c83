import type { Rect } from '../figure-module';
import type { Answer } from './answer';

/** Beyond this many parts only the largest are drawn. */
const MOST = 96;
const LARGEST = 44;
const TEXT_ROOM = 22;
const STEP = { width: 58, gap: 10 };

/** One of the parts: its products as a picture, with its share beneath. */
export type AnswerCell = { part: number; picture: Rect; share: { x: number; y: number } };
export type AnswerCells = { cells: AnswerCell[]; height: number };

/** Cells in rows from the left, as many as `width` holds; of a unit there is no picture. */
export function answerCells(
  { parts, height, width }: Answer,
  room: number,
  top: number,
): AnswerCells {
  const isPicture = height * width > 1;
  const scale = LARGEST / Math.max(height, width);
  const side = isPicture ? Math.max(2, Math.round(scale * height)) : 0;
  const across = Math.max(1, Math.floor(room / STEP.width));
  const rowHeight = side + TEXT_ROOM + STEP.gap;
  const shown = largest(parts.map(({ share }) => share));
  const cells = shown.map((part, at): AnswerCell => {
    const x = (at % across) * STEP.width + 2;
    const y = top + Math.floor(at / across) * rowHeight;
    const picture = { x, y, width: STEP.width - STEP.gap, height: side };
    if (isPicture) picture.width = Math.max(2, Math.round(scale * width));
    return { part, picture, share: { x: x + picture.width / 2, y: y + side + 11 } };
  });
  return { cells, height: Math.ceil(shown.length / across) * rowHeight };
}

/** In their own order. */
function largest(shares: readonly number[]): number[] {
  const all = shares.map((_, at) => at);
  if (all.length <= MOST) return all;
  const size = (at: number) => Math.abs(shares[at] ?? 0);
  return all
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST)
    .sort((a, b) => a - b);
}

export const cellAt = ({ cells }: AnswerCells, { x, y }: { x: number; y: number }) =>
  cells.find(
    ({ picture }) =>
      x >= picture.x &&
      x < picture.x + picture.width &&
      y >= picture.y &&
      y < picture.y + picture.height + TEXT_ROOM,
  );
