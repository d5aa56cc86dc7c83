import { describe, expect, it } from 'vitest';
import { contour } from './contour';

const SIDE = 40;
/** The middles of the cells run from -1 to 1. */
const middle = (i: number) => (2 * (i + 0.5)) / SIDE - 1;
const field = (of: (x: number, y: number) => number) =>
  Float32Array.from({ length: SIDE * SIDE }, (_, i) =>
    of(middle(i % SIDE), middle(Math.floor(i / SIDE))),
  );
const grid = { rows: SIDE, columns: SIDE };

describe('a contour', () => {
  it('is a circle where the field is a distance', () => {
    const lines = contour(
      field((x, y) => Math.hypot(x, y)),
      grid,
      0.6,
    );
    let length = 0;
    for (const [x0, y0, x1, y1] of lines) {
      expect(Math.hypot(2 * x0 - 1, 2 * y0 - 1)).toBeCloseTo(0.6, 2);
      length += 2 * Math.hypot(x1 - x0, y1 - y0);
    }
    expect(length).toBeCloseTo(2 * Math.PI * 0.6, 1);
  });

  it('reaches from edge to edge', () => {
    const lines = contour(
      field((x) => x),
      grid,
      0.25,
    );
    const ys = lines.flatMap(([, y0, , y1]) => [y0, y1]);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([0, 1]);
    for (const [x0] of lines) expect(x0).toBeCloseTo((1 + 0.25) / 2, 5);
  });

  it('is nothing where the field stays on one side, or is no number', () => {
    expect(
      contour(
        field(() => 1),
        grid,
        0,
      ),
    ).toEqual([]);
    expect(
      contour(
        field(() => NaN),
        grid,
        0,
      ),
    ).toEqual([]);
  });
});
