import { CIRCLE, classShape } from '@/lib/figures/class-shape';

/** Of a class: a shape and one of the colours `--class-0` to `--class-5`. */
export type ClassMark = {
  /** An SVG path around (0, 0), about 12 wide. */
  path: string;
  /** Of the colour's token. */
  color: number;
  /** "circle" */
  shape: string;
};

const CIRCLE_PATH = `M${-CIRCLE} 0A${CIRCLE} ${CIRCLE} 0 1 1 ${CIRCLE} 0A${CIRCLE} ${CIRCLE} 0 1 1 ${-CIRCLE} 0Z`;

/** The look of a class in the page, the same as in drawings. */
export function classMark(index: number): ClassMark {
  const { shape, corners, color } = classShape(index);
  const path = corners ? `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z` : CIRCLE_PATH;
  return { shape, path, color };
}
