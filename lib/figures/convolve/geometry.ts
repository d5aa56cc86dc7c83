export type Size = { height: number; width: number };
export type Padding = 'valid' | 'same';
export type Steps = { stride: number; dilation: number; padding: Padding };
export type Place = { row: number; column: number };

/** How a window of `kernel` slides over `input`. `before` is the padding above and at the left. */
export type Geometry = Steps & {
  input: Size;
  kernel: Size;
  /** Cells that the window spans, gaps of its dilation among them. */
  reach: Size;
  output: Size;
  before: Place;
  after: Place;
};

/** The sizes as TensorFlow has them: `same` keeps ceil(size / stride), and pads one more after than before. */
export function geometryOf(input: Size, kernel: Size, steps: Steps): Geometry {
  const down = along(input.height, kernel.height, steps);
  const across = along(input.width, kernel.width, steps);
  return {
    ...steps,
    input,
    kernel,
    reach: { height: down.reach, width: across.reach },
    output: { height: down.output, width: across.output },
    before: { row: down.before, column: across.before },
    after: { row: down.after, column: across.after },
  };
}

function along(size: number, kernel: number, { stride, dilation, padding }: Steps) {
  const reach = (kernel - 1) * dilation + 1;
  if (padding === 'valid') {
    const output = size < reach ? 0 : Math.floor((size - reach) / stride) + 1;
    return { reach, output, before: 0, after: 0 };
  }
  const output = Math.ceil(size / stride);
  const needed = Math.max(0, (output - 1) * stride + reach - size);
  const before = Math.floor(needed / 2);
  return { reach, output, before, after: needed - before };
}

/** The input's cell under the kernel's `cell` when the window makes the output's cell `at`; it may be padding. */
export function cellUnder(geometry: Geometry, at: Place, cell: Place): Place {
  const { stride, dilation, before } = geometry;
  return {
    row: at.row * stride - before.row + cell.row * dilation,
    column: at.column * stride - before.column + cell.column * dilation,
  };
}

/** The output's cell whose window has the input's cell nearest to its middle. */
export function outputNear({ stride, before, reach, output }: Geometry, cell: Place): Place {
  const near = (place: number, pad: number, size: number, count: number) =>
    Math.max(0, Math.min(count - 1, Math.round((place + pad - (size - 1) / 2) / stride)));
  return {
    row: near(cell.row, before.row, reach.height, output.height),
    column: near(cell.column, before.column, reach.width, output.width),
  };
}
