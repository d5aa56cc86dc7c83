import type { FrameData } from '@/lib/protocol';
import { levelsOf } from './levels';
import { resampled } from './resample';

type Data = FrameData['descent'];
/** Shares of the plane's width and height, from its lower ends. */
type Place = readonly [across: number, up: number];
export type Contour = { height: number; lines: Place[][] };

const cache = new WeakMap<Data, Contour[]>();

export function contoursOf(data: Data): Contour[] {
  const known = cache.get(data);
  if (known) return known;
  const { heights } = levelsOf(data);
  const fine = finer(data);
  const pieces = piecesAt(fine, heights);
  const contours = heights.map((height, i) => ({
    height,
    lines: joined(pieces[i]!).map((line) => line.map((side) => placeOn(fine, side, height))),
  }));
  cache.set(data, contours);
  return contours;
}

type Grid = { rows: number; columns: number; surface: Float32Array };

/** Straight pieces across the cells of the data would show as corners where a valley is narrow. */
const FINER = 2;

function finer(data: Data): Grid {
  const [rows, columns] = [FINER * (data.rows - 1) + 1, FINER * (data.columns - 1) + 1];
  const places = (count: number) => Float64Array.from({ length: count }, (_, i) => i / FINER);
  const surface = Float32Array.from(resampled(data, places(columns), places(rows)));
  return { rows, columns, surface };
}

/** A side of a cell, by number: twice its corner's index, and one more where it runs upwards. */
type Piece = readonly [from: number, to: number];

/** Marching squares, for all heights in one go: most cells lie between two of them, and have nothing to cross. */
function piecesAt(grid: Grid, heights: readonly number[]): Piece[][] {
  const { rows, columns, surface } = grid;
  const pieces = heights.map((): Piece[] => []);
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const [a, b] = [surface[at]!, surface[at + 1]!];
      const [c, d] = [surface[at + columns]!, surface[at + columns + 1]!];
      const highest = Math.max(a, b, c, d);
      // What is not a number is above nothing.
      const isWhole = highest === highest;
      const lowest = Math.min(a, b, c, d);
      for (let i = 0; i < heights.length; i++) {
        const height = heights[i]!;
        if (isWhole && height <= lowest) continue;
        if (isWhole && height > highest) break;
        pieces[i]!.push(...crossing(grid, at, height));
      }
    }
  }
  return pieces;
}

/** Where a contour enters and leaves a cell. */
function crossing({ columns, surface }: Grid, at: number, height: number): Piece[] {
  const above = (corner: number) => surface[corner]! >= height;
  const corners = [at, at + 1, at + columns + 1, at + columns] as const;
  const sides = [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1] as const;
  const crossed = ([0, 1, 2, 3] as const).filter(
    (i) => above(corners[i]) !== above(corners[((i + 1) % 4) as 0]),
  );
  if (crossed.length === 2) return [[sides[crossed[0]!], sides[crossed[1]!]]];
  if (crossed.length < 4) return [];
  const middle = corners.reduce((sum, corner) => sum + surface[corner]!, 0) / 4;
  return middle >= height !== above(corners[0])
    ? [
        [sides[0], sides[3]],
        [sides[1], sides[2]],
      ]
    : [
        [sides[0], sides[1]],
        [sides[2], sides[3]],
      ];
}

function placeOn({ rows, columns, surface }: Grid, side: number, height: number): Place {
  const at = side >> 1;
  const upwards = side % 2 === 1;
  const [from, to] = [surface[at]!, surface[at + (upwards ? columns : 1)]!];
  const share = (height - from) / (to - from);
  const [column, row] = [at % columns, Math.floor(at / columns)];
  const [across, up] = upwards ? [column, row + share] : [column + share, row];
  return [across / (columns - 1), up / (rows - 1)];
}

/** Pieces that share a side, end to end; closed lines end where they begin. */
function joined(pieces: readonly Piece[]): number[][] {
  const at = new Map<number, number[]>();
  pieces.forEach((piece, i) => piece.forEach((side) => at.set(side, [...(at.get(side) ?? []), i])));
  const used = new Set<number>();
  const next = (side: number) => at.get(side)?.find((i) => !used.has(i));
  const follow = (from: number): number[] => {
    const line = [from];
    for (let side = from, i = next(side); i !== undefined; i = next(side)) {
      used.add(i);
      const [a, b] = pieces[i]!;
      side = a === side ? b : a;
      line.push(side);
    }
    return line;
  };
  const lines: number[][] = [];
  // Open lines from their ends first; what is left is closed.
  const ends = [...at].filter(([, own]) => own.length === 1).map(([side]) => side);
  for (const side of [...ends, ...at.keys()])
    if (next(side) !== undefined) lines.push(follow(side));
  return lines;
}
