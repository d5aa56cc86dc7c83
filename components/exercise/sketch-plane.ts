import { SKETCH_POINTS, type Sketch, type SketchPoint } from '@/lib/exercises/curve';

/** The drawing in its own units, with room for the axes. */
export const BOX = { width: 640, height: 320, left: 56, right: 16, top: 32, bottom: 60 } as const;

export type Plane = { x: readonly [number, number]; y: readonly [number, number] };

const INNER = {
  width: BOX.width - BOX.left - BOX.right,
  height: BOX.height - BOX.top - BOX.bottom,
};

/** Heights, evenly spaced over the whole width, as a path; gaps stay gaps. */
export function pathOf(ys: Sketch, { y: [least, most] }: Plane): string {
  let isDown = false;
  return ys
    .map((y, at) => {
      if (y === null || !Number.isFinite(y)) {
        isDown = false;
        return '';
      }
      const left = BOX.left + (INNER.width * at) / Math.max(1, ys.length - 1);
      // What is off the plane runs along its edge.
      const part = Math.min(1, Math.max(0, (y - least) / (most - least)));
      const top = BOX.top + INNER.height * (1 - part);
      const mark = isDown ? 'L' : 'M';
      isDown = true;
      return `${mark}${left.toFixed(1)} ${top.toFixed(1)}`;
    })
    .join('');
}

/** The point of the sketch under a place of the window. */
export function placeIn(
  svg: SVGSVGElement,
  clientX: number,
  clientY: number,
  { y: [least, most] }: Plane,
): SketchPoint {
  const box = svg.getBoundingClientRect();
  const across = ((clientX - box.left) / box.width) * BOX.width;
  const down = ((clientY - box.top) / box.height) * BOX.height;
  const at = Math.round(((across - BOX.left) / INNER.width) * (SKETCH_POINTS - 1));
  const part = 1 - (down - BOX.top) / INNER.height;
  return {
    at: Math.min(SKETCH_POINTS - 1, Math.max(0, at)),
    y: least + (most - least) * Math.min(1, Math.max(0, part)),
  };
}
