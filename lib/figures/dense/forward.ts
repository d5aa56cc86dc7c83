import type { NetworkLayer } from '@/lib/protocol';
import { activationOf } from './activation';

/** `[unit][example]`: what each unit of one layer gives for each example. */
export type LayerValues = readonly Float32Array[];

/**
 * What every unit of a chain of dense layers gives for many examples at once.
 *
 * @param inputs `[input][example]`, all equally long
 * @returns by layer; layer 0 is the inputs themselves
 */
export function forward(layers: readonly NetworkLayer[], inputs: LayerValues): LayerValues[] {
  const values: LayerValues[] = [inputs];
  for (const layer of layers) values.push(through(layer, values[values.length - 1]!));
  return values;
}

/** For one example: by layer, what each unit gives. */
export function forwardOne(layers: readonly NetworkLayer[], example: ArrayLike<number>) {
  const inputs = Array.from(example, (value) => Float32Array.of(value));
  return forward(layers, inputs).map((units) => units.map((unit) => unit[0]!));
}

function through(layer: NetworkLayer, inputs: LayerValues): LayerValues {
  const examples = inputs[0]?.length ?? 0;
  const sums = Array.from({ length: layer.units }, (_, unit) =>
    sumsOf(layer, unit, inputs, examples),
  );
  if (layer.activation === 'softmax') softmax(sums, examples);
  else if (layer.activation !== 'linear') {
    const { of } = activationOf(layer.activation);
    for (const unit of sums) for (let i = 0; i < examples; i++) unit[i] = of(unit[i]!);
  }
  return sums;
}

/** Unit by unit along the examples: the order in which memory is read without a jump. */
function sumsOf(
  { kernel, units, bias }: NetworkLayer,
  unit: number,
  inputs: LayerValues,
  examples: number,
): Float32Array {
  const sums = new Float32Array(examples).fill(bias[unit] ?? 0);
  inputs.forEach((input, from) => {
    const weight = kernel[from * units + unit] ?? 0;
    if (weight === 0) return;
    for (let i = 0; i < examples; i++) sums[i]! += weight * input[i]!;
  });
  return sums;
}

/** In place. The largest is taken off first, so that no power overflows. */
function softmax(sums: readonly Float32Array[], examples: number): void {
  for (let i = 0; i < examples; i++) {
    let most = -Infinity;
    for (const unit of sums) most = Math.max(most, unit[i]!);
    let total = 0;
    for (const unit of sums) total += unit[i] = Math.exp(unit[i]! - most);
    for (const unit of sums) unit[i]! /= total;
  }
}
