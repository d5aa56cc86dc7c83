import type { FrameData } from '@/lib/protocol';
import type { Extent, History, Rect } from '../figure-module';
import { formatNumber } from '../format';
import { TEXT, textWidth } from '../text';
import { pool, type Pool } from './pool';
import { rangeOf, type Range } from './scale';

export type MatrixData = FrameData['matrix'];
export type MatrixScene = Extent & {
  data: MatrixData;
  range: Range;
  /** Values as drawn: the matrix itself, or blocks of it where it has more cells than pixels. */
  pool: Pool;
  plot: Rect;
  cell: { width: number; height: number };
  /** Room left of the plot. */
  labels: number;
  /** Of the longest column label. */
  labelWidth: number;
  /** Column labels stand upright. */
  turned: boolean;
  numbers: boolean;
};

const SMALLEST = 3;
const TALLEST = 480;
const BAR = 52;

export function matrixScene(history: History<'matrix'>, at: number, width: number): MatrixScene {
  const data = history.frames[at]?.data ?? EMPTY;
  const labels = labelRoom(data.rowLabels, width < 540 ? 104 : 140);
  const room = Math.max(80, width - labels - 4);
  const pooled = pool(
    data,
    Math.ceil((data.rows * SMALLEST) / TALLEST),
    Math.ceil((data.columns * SMALLEST) / room),
  );
  const cell = cellSize(pooled, room);
  const labelWidth = Math.max(0, ...data.columnLabels.map((one) => textWidth(one, TEXT.small)));
  // Short ones, such as numbers, lie flat and are thinned instead.
  const turned = labelWidth > cell.width - 4 && labelWidth > 28;
  const top = labelTop(data.columnLabels, turned);
  const plot = {
    x: labels,
    y: top,
    width: cell.width * pooled.columns,
    height: cell.height * pooled.rows,
  };
  return {
    width: Math.max(width, plot.x + plot.width + 2),
    height: Math.ceil(plot.y + plot.height + BAR),
    data,
    range: rangeOf(history),
    pool: pooled,
    plot,
    cell,
    labels,
    labelWidth,
    turned,
    numbers: numbersFit(pooled, cell),
  };
}

const EMPTY: MatrixData = {
  rows: 0,
  columns: 0,
  values: new Float32Array(0),
  rowLabels: [],
  columnLabels: [],
  scale: 'diverging',
};

function labelRoom(labels: readonly string[], cap: number): number {
  if (labels.length === 0) return 2;
  return Math.min(cap, 12 + Math.max(...labels.map((label) => textWidth(label, TEXT.label))));
}

function labelTop(labels: readonly string[], turned: boolean): number {
  if (labels.length === 0) return 2;
  if (!turned) return 24;
  return Math.min(104, 12 + Math.max(...labels.map((label) => textWidth(label, TEXT.small))));
}

/** Square for pictures and large matrices; a few long rows become tall enough to read. */
function cellSize({ rows, columns }: Pool, room: number): { width: number; height: number } {
  const widest = Math.min(72, room / Math.max(1, columns));
  const tallest = TALLEST / Math.max(1, rows);
  if (rows >= 12 && columns >= 12) {
    const side = Math.min(widest, tallest);
    return { width: side, height: side };
  }
  const height = Math.min(tallest, Math.max(18, Math.min(36, widest)));
  return { width: Math.min(widest, Math.max(height * 4, SMALLEST)), height };
}

function numbersFit({ values }: Pool, cell: { width: number; height: number }): boolean {
  if (cell.height < 18 || cell.width < 32) return false;
  for (const value of values) {
    if (textWidth(formatNumber(value), TEXT.small) > cell.width - 6) return false;
  }
  return true;
}
