import type { Extent, Point, Rect } from '../figure-module';
import type { Range } from '../pixels/level';
import { type Geometry, type Place } from './geometry';
import type { Plane } from './plane';

/** What is stepped through: a window of `input` makes each number of `output`; pooling has no `kernel`. */
export type Stepped = {
  input: Plane;
  kernel: Plane | null;
  output: Plane;
  geometry: Geometry;
  /** What the colours of the output span. */
  outputRange: Range;
  /** Names over the parts. */
  names: { input: string; output: string };
};

/** It laid out. Input and output are side by side, what is under the window and the kernel between or beneath. */
export type Stepper = Stepped &
  Extent & {
    /** The input with its padding; `side` is one cell's. */
    inputPlace: Rect;
    side: number;
    windowPlace: Rect;
    kernelPlace: Rect | null;
    outputPlace: Rect;
    /** One cell's of window and kernel; they hold numbers. */
    cell: number;
    /** Where the operators and the result stand. */
    times: Point;
    result: Point;
    wide: boolean;
  };

const HEAD = 22;
const GAP = 34;
const TALLEST = 336;
const CELL = { largest: 40, smallest: 33 };
const LARGEST_SIDE = 34;

/** `foot`: the height of what will stand beneath the output. */
export function layOut(stepped: Stepped, width: number, top = 0, foot = 0): Stepper {
  const { geometry } = stepped;
  const across = geometry.input.width + geometry.before.column + geometry.after.column;
  const down = geometry.input.height + geometry.before.row + geometry.after.row;
  const { kernel } = geometry;
  const wide = width >= 540 && 2 * kernel.height * CELL.smallest + HEAD <= TALLEST + 40;
  const cell = cellFor(kernel.width, kernel.height, width, wide);
  const middle = wide ? kernel.width * cell + 2 * GAP : GAP;
  const room = width - 4 - middle;
  const side = Math.min(
    LARGEST_SIDE,
    room / (across + Math.max(1, geometry.output.width)),
    TALLEST / Math.max(1, down),
  );
  const even = side > 3 ? Math.floor(2 * side) / 2 : side;
  const y = top + HEAD;
  const inputPlace = { x: 2, y, width: even * across, height: even * down };
  const outputPlace = {
    x: inputPlace.x + inputPlace.width + middle,
    y,
    width: even * geometry.output.width,
    height: even * geometry.output.height,
  };
  const parts = wide
    ? between(inputPlace, kernel, cell, stepped.kernel !== null)
    : beneath(
        Math.max(bottomOf(inputPlace), bottomOf(outputPlace) + foot),
        kernel,
        cell,
        stepped.kernel !== null,
      );
  const bottom = Math.max(bottomOf(inputPlace), parts.bottom);
  return {
    ...stepped,
    ...parts,
    wide,
    width: Math.max(width, outputPlace.x + outputPlace.width + 2),
    height: Math.ceil(bottom + 4 - top),
    inputPlace,
    side: even,
    outputPlace,
    cell,
  };
}

function cellFor(columns: number, rows: number, width: number, wide: boolean): number {
  const room = wide ? (TALLEST - 2 * HEAD) / (2 * rows) : (width - 36) / (2 * columns);
  const most = wide ? Math.min(room, (width * 0.3) / columns) : room;
  return Math.max(Math.min(CELL.largest, Math.floor(most)), wide ? CELL.smallest : 12);
}

type Grid = { height: number; width: number };

/** The window over the kernel, between input and output. */
function between(input: Rect, kernel: Grid, cell: number, weighs: boolean) {
  const size = { width: kernel.width * cell, height: kernel.height * cell };
  const x = input.x + input.width + GAP;
  const windowPlace = { x, y: input.y, ...size };
  const below = windowPlace.y + size.height;
  const kernelPlace = weighs ? { x, y: below + HEAD + 2, ...size } : null;
  const end = kernelPlace ? kernelPlace.y + size.height : below;
  return {
    windowPlace,
    kernelPlace,
    times: { x: x - 14, y: below + 11 },
    result: { x: x + size.width / 2, y: end + 18 },
    bottom: end + 28,
  };
}

const bottomOf = ({ y, height }: Rect) => y + height;

/** The window beside the kernel, under what ends at `above`. */
function beneath(above: number, kernel: Grid, cell: number, weighs: boolean) {
  const size = { width: kernel.width * cell, height: kernel.height * cell };
  const y = above + HEAD + 14;
  const windowPlace = { x: 2, y, ...size };
  const kernelPlace = weighs ? { x: 2 + size.width + 28, y, ...size } : null;
  return {
    windowPlace,
    kernelPlace,
    times: { x: 2 + size.width + 14, y: y + size.height / 2 },
    result: { x: 2 + size.width / 2, y: y + size.height + 18 },
    bottom: y + size.height + 28,
  };
}

/** The output's cell that comes `position`-th, row by row; the last for more. */
export function placeOf({ output }: Geometry, position: number): Place {
  const last = Math.max(0, output.height * output.width - 1);
  const at = Math.min(last, Math.max(0, Math.round(position)));
  return {
    row: Math.floor(at / Math.max(1, output.width)),
    column: at % Math.max(1, output.width),
  };
}

/** Where the window stands at first: about the middle, at the strongest number there. */
export function firstPosition({ values }: Plane): number {
  const from = Math.floor(values.length * 0.4);
  let best = from;
  for (let at = from; at < values.length * 0.7; at++) {
    if (Math.abs(values[at] ?? 0) > Math.abs(values[best] ?? 0)) best = at;
  }
  return best;
}

export const positionOf = ({ output }: Geometry, { row, column }: Place) =>
  row * output.width + column;
