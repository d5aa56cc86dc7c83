import type { ConvnetLayer, FrameData } from '@/lib/protocol';
import { formatNumber, formatPercent } from '../format';

export type ConvnetData = FrameData['convnet'];

const SHORT: Record<ConvnetLayer['kind'], string> = {
  convolution: 'conv',
  'max pooling': 'pool',
  'average pooling': 'pool',
  other: 'layer',
};

/** TensorFlow.js numbers unnamed layers over a whole page (`conv2d_Conv2D7`); a drawing counts those of its network. */
export function layerName(data: ConvnetData, index: number): string {
  if (index === 0) return 'input';
  const layer = data.layers[index - 1];
  if (!layer) return 'output';
  if (!/^[a-z0-9_]+_[A-Z]\w*\d+$/.test(layer.name)) return layer.name;
  const alike = data.layers.slice(0, index).filter((one) => SHORT[one.kind] === SHORT[layer.kind]);
  return `${SHORT[layer.kind]} ${alike.length}`;
}

export function mapName(data: ConvnetData, layer: number, map: number): string {
  if (layer > 0) return `${layerName(data, layer)}, map ${map + 1}`;
  return data.input.count === 3 ? (['red', 'green', 'blue'][map] ?? '') : 'the image';
}

/** The maps that go into a layer. */
export const mapsBefore = (data: ConvnetData, layer: number) =>
  data.layers[layer - 2]?.maps ?? data.input;

export const mapsOf = (data: ConvnetData, layer: number) =>
  layer === 0 ? data.input : data.layers[layer - 1]?.maps;

export const sizeWords = ({ height, width, count }: ConvnetData['input']) =>
  `${height}×${width}×${count}`;

/** "75.0 %" of a probability; what is no number says so. */
export const outputText = (value: number, shares: boolean) =>
  shares && Number.isFinite(value) ? formatPercent(value) : formatNumber(value);
