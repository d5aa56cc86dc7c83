import type { ConvnetLayer, Pixels } from '@/lib/protocol';
import { convolve, sumOf, termsAt } from '../convolve/convolve';
import { geometryOf, type Geometry, type Place } from '../convolve/geometry';
import { rangeOf, valueAt, type Plane } from '../convolve/plane';
import type { Stepped } from '../convolve/stepper';
import { numberTex } from '../convolve/stepper-terms';
import { rangeAt, valueOf } from '../pixels/level';
import { mapName, mapsBefore, type ConvnetData } from './names';

/** A map that the reader opened: how one of the maps before goes into it. */
export type Opened = { layer: number; map: number; input: number; stepped: Stepped };

export function planeOf(pixels: Pixels, image: number): Plane {
  const { height, width, levels } = pixels;
  const size = height * width;
  const range = rangeAt(pixels, image);
  const values = Float32Array.from({ length: size }, (_, at) =>
    valueOf(levels[image * size + at] ?? 0, range),
  );
  return { height, width, values };
}

/** Null for a layer that is no convolution and no pooling. */
export function openMap(
  data: ConvnetData,
  layer: number,
  map: number,
  asked: number,
): Opened | null {
  const own = data.layers[layer - 1];
  if (!own?.window || map < 0 || map >= own.maps.count) return null;
  const before = mapsBefore(data, layer);
  const isConvolution = own.kind === 'convolution';
  const input = isConvolution ? Math.min(before.count - 1, Math.max(0, asked)) : map;
  const geometry = geometryOf(before, own.window, own.window);
  const plane = planeOf(before, input);
  const kernel = isConvolution ? sliceOf(own, before.count, input, map) : null;
  const output = kernel ? convolve(plane, kernel, geometry) : planeOf(own.maps, map);
  const several = isConvolution && before.count > 1;
  const names = {
    input: mapName(data, layer - 1, input),
    output: several
      ? 'its share of the sum'
      : isConvolution
        ? 'the sums'
        : mapName(data, layer, map),
  };
  return {
    layer,
    map,
    input,
    stepped: { input: plane, kernel, output, geometry, outputRange: rangeOf(output), names },
  };
}

/** The weights from one of the maps before to one map. */
export function sliceOf(layer: ConvnetLayer, inputs: number, input: number, map: number): Plane {
  const { height = 1, width = 1 } = layer.window ?? {};
  const filters = layer.maps.count;
  const values = Float32Array.from(
    { length: height * width },
    (_, at) => layer.kernel[(at * inputs + input) * filters + map] ?? NaN,
  );
  return { height, width, values };
}

/** What each of the maps before adds to the sum at this place. */
export function sharesAt(data: ConvnetData, { layer, map, stepped }: Opened, at: Place): number[] {
  const own = data.layers[layer - 1];
  if (!own) return [];
  const before = mapsBefore(data, layer);
  return Array.from({ length: before.count }, (_, input) => {
    const kernel = sliceOf(own, before.count, input, map);
    return sumOf(termsAt(planeOf(before, input), kernel, stepped.geometry, at));
  });
}

/** From the shares to the number in the map: their sum, the bias, the activation. */
export function endingTex(data: ConvnetData, opened: Opened, at: Place): string {
  const own = data.layers[opened.layer - 1];
  if (!own) return '';
  const shares = sharesAt(data, opened, at);
  const bias = own.bias[opened.map] ?? 0;
  const z = shares.reduce((sum, share) => sum + share, bias);
  const map = numberTex(valueAt(planeOf(own.maps, opened.map), at));
  const added = bias < 0 ? `- ${numberTex(-bias)}` : `+ ${numberTex(bias)}`;
  const list = shares
    .map((share, input) =>
      input === opened.input ? `\\boldsymbol{${numberTex(share)}}` : numberTex(share),
    )
    .map((text, index) => (index > 0 && !text.startsWith('-') ? `+${text}` : text))
    .join('');
  const activation =
    own.activation === 'linear'
      ? ''
      : `,\\quad \\mathrm{${own.activation.replace(/[^a-z0-9]/gi, '')}}(${numberTex(z)}) = ${map}`;
  return `${list} ${added} = ${numberTex(z)}${activation}`;
}

export const geometryWords = ({ kernel, stride, padding }: Geometry) =>
  `${kernel.height} by ${kernel.width}, stride ${stride}, padding ${padding}`;
