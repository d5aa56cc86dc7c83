import type { Context } from './figure-module';
import type { Theme } from './theme';

/** Of a class: a shape around (0, 0), about 12 wide, and which of the theme's class colours it has. */
export type ClassShape = {
  /** "circle" */
  shape: string;
  /** Null for the circle, whose radius is `CIRCLE`. */
  corners: readonly (readonly [x: number, y: number])[] | null;
  color: number;
};

export const CIRCLE = 5;

const SHAPES: readonly Omit<ClassShape, 'color'>[] = [
  { shape: 'circle', corners: null },
  { shape: 'square', corners: square(4.5) },
  { shape: 'triangle', corners: [[0, -5.5], [5.5, 4.5], [-5.5, 4.5]] }, // prettier-ignore
  { shape: 'diamond', corners: [[0, -6.5], [6.5, 0], [0, 6.5], [-6.5, 0]] }, // prettier-ignore
  { shape: 'cross', corners: cross(2, 6) },
  { shape: 'wedge', corners: [[0, 5.5], [5.5, -4.5], [-5.5, -4.5]] }, // prettier-ignore
];
const COLORS = 6;

/** Each class up to the 36th has a look of its own, told by shape as well as by colour among six neighbours. */
export function classShape(index: number): ClassShape {
  const { shape, corners } = SHAPES[index % SHAPES.length]!;
  return { shape, corners, color: (index + Math.floor(index / SHAPES.length)) % COLORS };
}

/** The colour of a class in this theme. */
export function classColor(index: number, theme: Theme): string {
  return theme.classes[classShape(index).color] ?? theme.ink;
}

export type MarkStyle = {
  /** Relative to the 12 pixels that a mark is wide; 1 if not said. */
  size?: number;
  /** Generated things are hollow, real ones filled. */
  hollow?: boolean;
  /** A rim, so that it is seen on any ground; the paper's if not said. */
  rim?: string;
};

/** Draws the mark of a class around a point. */
export function drawMark(
  context: Context,
  theme: Theme,
  index: number,
  [x, y]: readonly [number, number],
  { size = 1, hollow = false, rim = theme.paper }: MarkStyle = {},
): void {
  const { corners } = classShape(index);
  const color = classColor(index, theme);
  context.setLineDash([]);
  context.beginPath();
  if (corners) {
    corners.forEach(([dx, dy], i) => {
      if (i === 0) context.moveTo(x + dx * size, y + dy * size);
      else context.lineTo(x + dx * size, y + dy * size);
    });
    context.closePath();
  } else context.arc(x, y, CIRCLE * size, 0, 2 * Math.PI);
  context.fillStyle = hollow ? theme.paper : color;
  context.strokeStyle = hollow ? color : rim;
  context.lineWidth = hollow ? 1.75 : 1;
  context.fill();
  context.stroke();
}

function square(half: number) {
  return [[-half, -half], [half, -half], [half, half], [-half, half]] as const; // prettier-ignore
}

function cross(arm: number, reach: number) {
  const [a, r] = [arm, reach];
  return [
    [-a, -r], [a, -r], [a, -a], [r, -a], [r, a], [a, a],
    [a, r], [-a, r], [-a, a], [-r, a], [-r, -a], [-a, -a],
  ] as const; // prettier-ignore
}
