/* A curve that a reader draws: heights over evenly spaced x, null where nothing is drawn yet. */

export type Sketch = readonly (number | null)[];

/** Points of a drawn curve: close enough to look smooth, few enough to walk by keyboard. */
export const SKETCH_POINTS = 41;

export const EMPTY_SKETCH: Sketch = Array.from({ length: SKETCH_POINTS }, () => null);

/** A place on the sketch: the index of a point, and its height. */
export type SketchPoint = { at: number; y: number };

export const writeSketch = (sketch: Sketch): string => JSON.stringify(sketch);

/** What was kept; an empty sketch for anything else. */
export function readSketch(text: string): Sketch {
  try {
    const value: unknown = JSON.parse(text);
    return isSketch(value) ? value : EMPTY_SKETCH;
  } catch {
    return EMPTY_SKETCH;
  }
}

function isSketch(value: unknown): value is Sketch {
  return (
    Array.isArray(value) &&
    value.length === SKETCH_POINTS &&
    value.every((y) => y === null || Number.isFinite(y))
  );
}

/** A stroke from one place to another, straight between them, over what was there. */
export function stroke(sketch: Sketch, from: SketchPoint, to: SketchPoint): Sketch {
  const [left, right] = from.at <= to.at ? [from, to] : [to, from];
  const width = right.at - left.at;
  return sketch.map((y, at) => {
    if (at < left.at || at > right.at) return y;
    // Where it ends counts: a stroke up or down on one place is at its new height.
    if (at === to.at) return to.y;
    return left.y + ((right.y - left.y) * (at - left.at)) / width;
  });
}

/** The curve with its gaps bridged, and level beyond its ends; null while fewer than two points are drawn. */
export function completed(sketch: Sketch): number[] | null {
  const drawn = sketch.flatMap((y, at) => (y === null ? [] : [{ at, y }]));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined || drawn.length < 2) return null;
  return sketch.map((y, at) => {
    if (y !== null) return y;
    const right = drawn.find((point) => point.at > at);
    const left = drawn.findLast((point) => point.at < at);
    if (left === undefined || right === undefined) return (left ?? right ?? first).y;
    return left.y + ((right.y - left.y) * (at - left.at)) / (right.at - left.at);
  });
}
