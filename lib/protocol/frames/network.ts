import { float32, isCount, listOf, optional, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/**
 * A stack of dense layers, and the names of what goes in and comes out. `example`: the inputs of one example, where
 * the layers are all that the model does to it.
 */
export type NetworkData = {
  inputs: string[];
  outputs: string[];
  layers: NetworkLayer[];
  example?: Float32Array;
};

/** `kernel` is row-major `[inputs, units]`, `bias` is `[units]`. */
export type NetworkLayer = {
  name: string;
  activation: string;
  inputs: number;
  units: number;
  kernel: Float32Array;
  bias: Float32Array;
};

const layerShape = shape<NetworkLayer>({
  name: isName,
  activation: isName,
  inputs: isCount,
  units: isCount,
  kernel: float32,
  bias: float32,
});

export const isLayer: Check<NetworkLayer> = (value): value is NetworkLayer =>
  layerShape(value) &&
  value.kernel.length === value.inputs * value.units &&
  value.bias.length === value.units;

const networkShape = shape<NetworkData>({
  inputs: listOf(isName, LIMITS.labels),
  outputs: listOf(isName, LIMITS.labels),
  layers: listOf(isLayer, LIMITS.layers),
  example: optional(float32),
});

export const isNetworkData: Check<NetworkData> = (value): value is NetworkData =>
  networkShape(value) &&
  (value.example === undefined || value.example.length === value.layers[0]?.inputs);
