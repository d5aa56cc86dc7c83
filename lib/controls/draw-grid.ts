/*
 * A drawing is size · size numbers from 0 (empty) to 1 (inked), row by row. Places are in pixels of that grid: the
 * pixel in column 0 and row 0 reaches from (0, 0) to (1, 1), its middle is (0.5, 0.5).
 */
export type Place = { x: number; y: number };

/** Full ink up to `core` from the stroke's line, none beyond `reach`, evenly less in between. */
export type Brush = { core: number; reach: number };

/** As thick as the strokes of MNIST's digits, at 28 pixels. */
export function brushFor(size: number): Brush {
  const unit = size / 28;
  return { core: Math.max(0.3, 0.6 * unit), reach: Math.max(0.9, 1.7 * unit) };
}

/** Adds a line with round ends to the drawing, in place. Ink is never taken away. */
export function inkLine(grid: Float32Array, size: number, from: Place, to: Place): void {
  const { core, reach } = brushFor(size);
  const [left, right] = span(from.x, to.x, reach, size);
  const [top, bottom] = span(from.y, to.y, reach, size);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const far = distance({ x: column + 0.5, y: row + 0.5 }, from, to);
      const ink = Math.min(1, Math.max(0, (reach - far) / (reach - core)));
      const at = row * size + column;
      if (ink > grid[at]!) grid[at] = ink;
    }
  }
}

/** Whether each pixel has ink or none, counted. */
export function inkedCount(grid: Float32Array): number {
  return grid.reduce((count, value) => (value > 0 ? count + 1 : count), 0);
}

/** "43 of 784 cells inked" */
export function inkedWords(grid: Float32Array): string {
  return `${inkedCount(grid)} of ${grid.length} cells inked`;
}

/** RGBA of the drawing in one colour, its opacity the ink. */
export function inkPixels(
  grid: Float32Array,
  [red, green, blue]: readonly [number, number, number],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(grid.length * 4);
  grid.forEach((value, at) => pixels.set([red, green, blue, 255 * value], at * 4));
  return pixels;
}

/** CSS pixels on a side: whole pixels for each of the grid's, about ten where that fits. */
export function padSide(size: number): number {
  return size * Math.min(20, Math.max(1, Math.floor(280 / size)));
}

function span(a: number, b: number, reach: number, size: number): [number, number] {
  const first = Math.floor(Math.min(a, b) - reach);
  const last = Math.ceil(Math.max(a, b) + reach);
  return [Math.max(0, first), Math.min(size - 1, last)];
}

/** From a place to the nearest of a line's points. */
function distance(place: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((place.x - from.x) * dx + (place.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(place.x - from.x - t * dx, place.y - from.y - t * dy);
}
