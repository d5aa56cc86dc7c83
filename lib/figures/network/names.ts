import type { FrameData } from '@/lib/protocol';

export type NetworkData = FrameData['network'];

/** "glucose", "dense_1 unit 12", "output diabetes". `layer` 0 is the inputs; units count from 1 to the reader. */
export function unitName(data: NetworkData, layer: number, unit: number): string {
  if (layer === 0) return data.inputs[unit] ?? `input ${unit + 1}`;
  const output = layer === data.layers.length ? data.outputs[unit] : undefined;
  if (output !== undefined) return `output ${output}`;
  return `${data.layers[layer - 1]?.name ?? `layer ${layer}`} unit ${unit + 1}`;
}

/** The weight from a unit of the layer before; NaN where there is none. */
export function weightOf(data: NetworkData, layer: number, from: number, unit: number): number {
  const { kernel, units } = data.layers[layer - 1] ?? {};
  return kernel && units ? (kernel[from * units + unit] ?? NaN) : NaN;
}

/** How many units stand in a column: layer 0 is the inputs. */
export function unitsOf(data: NetworkData, layer: number): number {
  return layer === 0
    ? (data.layers[0]?.inputs ?? data.inputs.length)
    : (data.layers[layer - 1]?.units ?? 0);
}
