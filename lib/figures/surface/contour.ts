/** A line between two places, as shares of the width and the height from the top left. */
export type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

type Grid = { rows: number; columns: number };

/**
 * Where a field crosses a level, square by square between the middles of its cells ("marching squares", W. Lorensen and
 * H. Cline, 1987, in two dimensions). The field goes on level beyond its outermost middles, so that lines reach the edge.
 */
export function contour(field: ArrayLike<number>, { rows, columns }: Grid, level: number) {
  const segments: Segment[] = [];
  const at = (row: number, column: number) => {
    const r = Math.min(rows - 1, Math.max(0, row));
    const c = Math.min(columns - 1, Math.max(0, column));
    return (field[r * columns + c] ?? NaN) - level;
  };
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const corners = [at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row + 1, column)] as const; // prettier-ignore
      const [a, b, c, d] = corners;
      // Where there is no number there is no crossing either.
      if (!Number.isFinite(a + b + c + d)) continue;
      const above = Number(a > 0) + Number(b > 0) + Number(c > 0) + Number(d > 0);
      if (above === 0 || above === 4) continue;
      segments.push(...inSquare(corners).map((line) => placed(line, row, column, rows, columns)));
    }
  }
  return segments;
}

type Corners = readonly [number, number, number, number];

/** In a square of side 1 whose corners go round from the top left. */
function inSquare([a, b, c, d]: Corners): Segment[] {
  const share = (from: number, to: number) => from / (from - to);
  const sides: readonly [crosses: boolean, x: number, y: number][] = [
    [a > 0 !== b > 0, share(a, b), 0],
    [b > 0 !== c > 0, 1, share(b, c)],
    [d > 0 !== c > 0, share(d, c), 1],
    [a > 0 !== d > 0, 0, share(a, d)],
  ];
  const crossed = sides.filter(([crosses]) => crosses);
  const line = (i: number, j: number): Segment => {
    const [, x0, y0] = crossed[i]!;
    const [, x1, y1] = crossed[j]!;
    return [x0, y0, x1, y1];
  };
  if (crossed.length === 2) return [line(0, 1)];
  // A saddle: the mean of the corners says which of them belong together.
  const joined = a + b + c + d > 0 === a > 0;
  return joined ? [line(0, 1), line(2, 3)] : [line(0, 3), line(1, 2)];
}

function placed(
  [x0, y0, x1, y1]: Segment,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Segment {
  const share = (place: number, count: number) => Math.min(1, Math.max(0, (place + 0.5) / count));
  return [
    share(column + x0, columns),
    share(row + y0, rows),
    share(column + x1, columns),
    share(row + y1, rows),
  ];
}
