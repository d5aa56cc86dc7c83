/** A piece of a line, in shares of the surface's sides, from its top left. */
export type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * Where a surface crosses a level, by marching squares between the middles of its pixels. Of the two ways through a
 * saddle it takes the one that its mean says.
 */
export function contour(surface: ArrayLike<number>, side: number, level: number): Segment[] {
  const at = (row: number, column: number) => (surface[row * side + column] ?? 0) - level;
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const corners = [
        at(row, column),
        at(row, column + 1),
        at(row + 1, column + 1),
        at(row + 1, column),
      ] as const;
      for (const [from, to] of through(corners)) {
        const [x0, y0] = crossing(corners, from);
        const [x1, y1] = crossing(corners, to);
        const place = (value: number, offset: number) => (value + offset + 0.5) / side;
        segments.push([place(column, x0), place(row, y0), place(column, x1), place(row, y1)]);
      }
    }
  }
  return segments;
}

/** Values at the top left, top right, bottom right and bottom left; edge `i` leads from corner `i` to the next. */
type Corners = readonly [number, number, number, number];

/** Pairs of edges that the line joins. */
function through(corners: Corners): [number, number][] {
  const above = corners.map((value) => value >= 0);
  const edges = [0, 1, 2, 3].filter((edge) => above[edge] !== above[(edge + 1) % 4]);
  if (edges.length === 2) return [[edges[0]!, edges[1]!]];
  if (edges.length === 0) return [];
  const middle = corners.reduce((sum, value) => sum + value, 0) >= 0;
  return above[0] === middle ? [[0, 1], [2, 3]] : [[3, 0], [1, 2]]; // prettier-ignore
}

const CORNERS = [[0, 0], [1, 0], [1, 1], [0, 1]] as const; // prettier-ignore

function crossing(corners: Corners, edge: number): [number, number] {
  const next = (edge + 1) % 4;
  const [a, b] = [corners[edge]!, corners[next]!];
  const share = a / (a - b);
  const [from, to] = [CORNERS[edge]!, CORNERS[next]!];
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}
