import type { Context, Point } from '../figure-module';
import type { Range } from '../pixels/level';
import { colorOf, type Ramp } from '../pixels/palette';
import { textOn } from '../ramp';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';

/** Cells smaller than this hold no number. */
export const NUMBERED = 31;

export type CellsLook = {
  columns: number;
  cell: number;
  range: Range;
  ramp: Ramp;
  /** Cells that are padding: dashed, without a colour. */
  padded?: (index: number) => boolean;
};

/** Numbers in coloured cells. */
export function drawCells(
  context: Context,
  theme: Theme,
  values: readonly number[],
  { x, y }: Point,
  { columns, cell, range, ramp, padded = () => false }: CellsLook,
): void {
  values.forEach((value, index) => {
    const left = x + (index % columns) * cell;
    const top = y + Math.floor(index / columns) * cell;
    const fill = padded(index) ? theme.paper : colorOf(value, range, ramp, theme);
    context.fillStyle = fill;
    context.fillRect(left, top, cell - 1, cell - 1);
    context.setLineDash(padded(index) ? [2, 2] : []);
    context.strokeStyle = padded(index) ? theme.ruleStrong : theme.rule;
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, top + 0.5, cell - 2, cell - 2);
    if (cell < NUMBERED) return;
    drawText(context, theme, shortNumber(value), left + cell / 2 - 0.5, top + cell / 2, {
      color: padded(index) ? theme.inkFaint : textOn(fill, theme),
      size: TEXT.small,
      align: 'center',
    });
  });
  context.setLineDash([]);
}

/** Two decimals for what is near zero, fewer for what is far, so that it fits a cell. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : Number.isInteger(value) ? 0 : 2);
  return (text === '-0.00' ? '0.00' : text).replace('-', '−');
}
