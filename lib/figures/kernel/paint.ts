import type { FrameData } from '@/lib/protocol';
import { convolve } from '../convolve/convolve';
import { geometryOf, type Geometry } from '../convolve/geometry';
import type { Plane } from '../convolve/plane';
import { rangeAt, valueOf } from '../pixels/level';

export type KernelData = FrameData['kernel'];

const channels = new WeakMap<KernelData['picture'], Plane[]>();

/** The picture's channels as numbers. */
export function channelsOf(picture: KernelData['picture']): Plane[] {
  const known = channels.get(picture);
  if (known) return known;
  const { height, width, channels: count, levels } = picture;
  const range = rangeAt(picture, 0);
  const planes = Array.from({ length: count }, (_, channel) => ({
    height,
    width,
    values: Float32Array.from({ length: height * width }, (_, at) =>
      valueOf(levels[at * count + channel] ?? 0, range),
    ),
  }));
  channels.set(picture, planes);
  return planes;
}

/** Of three channels their mean, which is the picture in gray. */
export function grayOf(picture: KernelData['picture']): Plane {
  const planes = channelsOf(picture);
  const [first] = planes;
  if (!first || planes.length === 1) {
    return first ?? { height: 0, width: 0, values: new Float32Array(0) };
  }
  const values = first.values.map(
    (_, at) => planes.reduce((sum, plane) => sum + (plane.values[at] ?? 0), 0) / planes.length,
  );
  return { ...first, values };
}

/** What the kernel makes of each channel, or of the gray picture; nothing is padded. */
export function painted(data: KernelData, kernel: Plane, inGray: boolean) {
  const planes = inGray ? [grayOf(data.picture)] : channelsOf(data.picture);
  const geometry = slidesOver(data, kernel);
  return { geometry, planes: planes.map((plane) => convolve(plane, kernel, geometry)) };
}

export function slidesOver({ picture }: KernelData, kernel: Plane): Geometry {
  return geometryOf(picture, kernel, { stride: 1, dilation: 1, padding: 'valid' });
}
