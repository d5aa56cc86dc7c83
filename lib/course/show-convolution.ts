import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { readImages } from './read-images';
import { quantize, UNIT, endsOf, OWN, type Stack } from './quantize';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { ConvolutionOptions, ImageLike, KernelLike, KernelOptions } from './types/show-images';

type Plane = FrameData['convolution']['input'];

/**
 * An image and a kernel whose convolution can be stepped through.
 * @throws {TypeError | RangeError} if either is no plane of numbers, or too large.
 */
export function convolutionData(
  image: ImageLike | KernelLike,
  kernel: KernelLike,
  options: ConvolutionOptions = {},
): Soon<FrameData['convolution']> {
  const caller = 'show.convolution';
  const steps = {
    bias: numberOr(options.bias, 0),
    stride: stepOr('stride', options.stride, caller),
    dilation: stepOr('dilation', options.dilation, caller),
    padding: paddingOr(options.padding, caller),
  };
  const planes = allSoon<Plane>([
    readPlane(image, `${caller}: the image`, LIMITS.steppedSide),
    readPlane(kernel, `${caller}: the kernel`, LIMITS.kernelSide),
  ]);
  return mapSoon(planes, (both) => {
    const [input, weights] = both as [Plane, Plane];
    return { input, kernel: weights, ...steps };
  });
}

/** A picture, and kernels to paint in. */
export function kernelData(
  image: ImageLike,
  { kernels = PRESETS }: KernelOptions = {},
): Soon<FrameData['kernel']> {
  const caller = 'show.kernel';
  const names = Object.keys(kernels);
  if (names.length === 0) throw new TypeError(`${caller}: give at least one kernel, by name.`);
  const remedy = 'Leave some out.';
  checkCount(caller, { count: names.length, things: 'kernels', most: LIMITS.options, remedy });
  const planes = names.map((name) =>
    readPlane(kernels[name] as KernelLike, `${caller}: the kernel “${name}”`, LIMITS.kernelSide),
  );
  return mapSoon(
    allSoon<Plane | Stack>([readImages(image, caller), ...planes]),
    ([stack, ...read]) => {
      const own = read as Plane[];
      const size = checkedSize(own, names, caller);
      return {
        picture: pictureOf(stack as Stack, caller),
        kernels: own.map((plane, at) => ({
          name: checkLength(`${caller}: the name of a kernel`, names[at], LIMITS.name),
          plane,
        })),
        size,
      };
    },
  );
}

function pictureOf(stack: Stack, caller: string) {
  if (stack.count !== 1) {
    throw new TypeError(
      `${caller} takes one picture, but got ${stack.count}. Take one with slice.`,
    );
  }
  const [low, high] = endsOf(stack.values);
  return quantize(stack, low >= 0 && high <= 1 ? UNIT : OWN);
}

function checkedSize(planes: readonly Plane[], names: readonly string[], caller: string): number {
  const size = planes[0]?.height ?? 0;
  const odd = planes.findIndex(({ height, width }) => height !== size || width !== size);
  if (odd === -1) return size;
  const { height, width } = planes[odd] as Plane;
  throw new TypeError(
    `${caller}: the kernel “${names[odd]}” is ${height} x ${width}, but “${names[0]}” has ${size} rows. Give square kernels of one size.`,
  );
}

/** Rows of numbers, a tensor of one channel, or a square as a flat list. */
function readPlane(source: ImageLike | KernelLike, what: string, most: number): Soon<Plane> {
  const read = readOwn(source, what);
  return mapSoon(read, ({ count, height, width, channels, values }) => {
    if (count !== 1 || channels !== 1) {
      const size = `${count} images of ${height} x ${width} x ${channels}`;
      throw new TypeError(
        `${what} must be one plane of numbers, but it is ${size}. Take one channel with slice.`,
      );
    }
    if (Math.max(height, width) > most || Math.min(height, width) < 1) {
      throw new RangeError(
        `${what} is ${height} x ${width}; from 1 x 1 to ${most} x ${most} can be drawn.`,
      );
    }
    return { height, width, values };
  });
}

function readOwn(source: ImageLike | KernelLike, what: string): Soon<Stack> {
  const isRows = Array.isArray(source) && typeof source[0] !== 'number';
  if (!isRows && !(source instanceof tf.Tensor)) return readImages(source as ImageLike, what);
  // A batch of one, or a last axis of one channel, is no plane of its own.
  const own = isRows
    ? tensorOfRows(source as readonly ArrayLike<number>[], what)
    : flattened(source as tf.Tensor);
  const read = readImages(own, what);
  own.dispose();
  return read;
}

function flattened(tensor: tf.Tensor): tf.Tensor {
  const shape =
    tensor.shape.length > 2 ? tensor.shape.filter((extent) => extent !== 1) : tensor.shape;
  return tf.reshape(tensor, shape.length < 2 ? [shape[0] ?? 1, 1] : shape);
}

function tensorOfRows(rows: readonly ArrayLike<number>[], what: string): tf.Tensor2D {
  const width = rows[0]?.length ?? 0;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd !== -1) {
    throw new TypeError(
      `${what}: row ${odd} has ${rows[odd]?.length} numbers, but row 0 has ${width}.`,
    );
  }
  const values = Float32Array.from(rows.flatMap((row) => Array.from(row)));
  return tf.tensor2d(values, [rows.length, width]);
}

function stepOr(name: string, value: number | undefined, caller: string): number {
  if (value === undefined) return 1;
  if (Number.isInteger(value) && value > 0) return value;
  throw new RangeError(`${caller}: ${name} is a whole number, 1 or more, but got ${value}.`);
}

function paddingOr(padding: 'valid' | 'same' | undefined, caller: string): 'valid' | 'same' {
  if (padding === undefined || padding === 'valid' || padding === 'same') return padding ?? 'valid';
  throw new TypeError(`${caller}: padding is 'valid' or 'same', but got ${String(padding)}.`);
}

const numberOr = (value: number | undefined, fallback: number) =>
  Number.isFinite(value) ? (value as number) : fallback;

const ninth = 1 / 9;
/** Kernels known by name in any program for pictures. */
const PRESETS: Readonly<Record<string, KernelLike>> = {
  'vertical edges': [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
  blur: [[ninth, ninth, ninth], [ninth, ninth, ninth], [ninth, ninth, ninth]],
  sharpen: [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
  'horizontal edges': [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
  outline: [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
  emboss: [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]],
  'leave as it is': [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
}; // prettier-ignore
