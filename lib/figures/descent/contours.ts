import type { FrameData } from '@/lib/protocol';
import { fieldOf } from './field';
import { levelsOf } from './levels';

type Data = FrameData['descent'];
/** Shares of the plane's width and height, from its lower ends. */
type Place = readonly [across: number, up: number];
export type Contour = { height: number; lines: Place[][] };

const cache = new WeakMap<Data, Contour[]>();

export function contoursOf(data: Data): Contour[] {
  const known = cache.get(data);
  if (known) return known;
  const fine = finer(data);
  const contours = levelsOf(data).heights.map((height) => ({
    height,
    lines: linesAt(fine, height),
  }));
  cache.set(data, contours);
  return contours;
}

type Grid = Pick<Data, 'rows' | 'columns' | 'surface'>;

/** Straight pieces across the cells of the data would show as corners where a valley is narrow. */
const FINER = 2;

function finer(data: Data): Grid {
  const field = fieldOf(data);
  const [rows, columns] = [FINER * (data.rows - 1) + 1, FINER * (data.columns - 1) + 1];
  const along = ([low, high]: readonly [number, number], share: number) =>
    share === 1 ? high : low + share * (high - low);
  const surface = Float32Array.from({ length: rows * columns }, (_, at) => {
    const x = along(data.x, (at % columns) / (columns - 1));
    const y = along(data.y, Math.floor(at / columns) / (rows - 1));
    return field(x, y)?.loss ?? NaN;
  });
  return { rows, columns, surface };
}

/** A side of a cell, by number: twice its corner's index, and one more where it runs upwards. */
type Piece = readonly [from: number, to: number];

/** Marching squares, its pieces joined to lines. */
function linesAt(data: Grid, height: number): Place[][] {
  const { rows, columns, surface } = data;
  const above = (at: number) => surface[at]! >= height;
  const pieces: Piece[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const first = above(at);
      // Most cells are on one side: nothing is to be made for these.
      if (first === above(at + 1) && first === above(at + columns) && first === above(at + columns + 1)) continue; // prettier-ignore
      const corners = [at, at + 1, at + columns + 1, at + columns] as const;
      const sides = [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1] as const;
      const crossed = ([0, 1, 2, 3] as const).filter(
        (i) => above(corners[i]) !== above(corners[((i + 1) % 4) as 0]),
      );
      if (crossed.length === 2) pieces.push([sides[crossed[0]!], sides[crossed[1]!]]);
      if (crossed.length === 4) {
        const middle = corners.reduce((sum, corner) => sum + surface[corner]!, 0) / 4;
        const cutsFirst = middle >= height !== above(corners[0]);
        pieces.push(cutsFirst ? [sides[0], sides[3]] : [sides[0], sides[1]]);
        pieces.push(cutsFirst ? [sides[1], sides[2]] : [sides[2], sides[3]]);
      }
    }
  }
  return joined(pieces).map((line) => line.map((side) => placeOn(data, side, height)));
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
