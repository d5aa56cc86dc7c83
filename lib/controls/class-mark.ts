/** Of a class: a shape and one of the colours `--class-0` to `--class-5`. */
export type ClassMark = {
  /** An SVG path around (0, 0), about 12 wide. */
  path: string;
  /** Of the colour's token. */
  color: number;
  /** "circle" */
  shape: string;
};

const SHAPES = [
  { shape: 'circle', path: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z' },
  { shape: 'square', path: 'M-4.5 -4.5H4.5V4.5H-4.5Z' },
  { shape: 'triangle', path: 'M0 -5.5L5.5 4.5H-5.5Z' },
  { shape: 'diamond', path: 'M0 -6.5L6.5 0L0 6.5L-6.5 0Z' },
  { shape: 'cross', path: 'M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z' },
  { shape: 'wedge', path: 'M0 5.5L5.5 -4.5H-5.5Z' },
] as const;
const COLORS = 6;

/** Each class up to the 36th has a look of its own, told by shape as well as by colour among six neighbours. */
export function classMark(index: number): ClassMark {
  const { shape, path } = SHAPES[index % SHAPES.length]!;
  return { shape, path, color: (index + Math.floor(index / SHAPES.length)) % COLORS };
}
