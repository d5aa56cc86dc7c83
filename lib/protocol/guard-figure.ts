import {
  float32,
  isFiniteNumber,
  isCount,
  isNumber,
  listOf,
  oneOf,
  recordOf,
  shape,
  uint32,
  variants,
} from './check';
import type { Check } from './check';
import type { Figure, Frame, FrameData, NetworkLayer } from './figure';
import { isCaption, isName } from './guard-text';
import { LIMITS } from './limits';

const labels = listOf(isName, LIMITS.labels);

export const isFigure: Check<Figure> = shape<Figure>({
  id: isName,
  kind: oneOf('curve', 'network', 'matrix', 'confusion'),
  title: isName,
  caption: isCaption,
  stepName: isName,
});

const layerShape = shape<NetworkLayer>({
  name: isName,
  activation: isName,
  inputs: isCount,
  units: isCount,
  kernel: float32,
  bias: float32,
});

const isLayer: Check<NetworkLayer> = (value): value is NetworkLayer =>
  layerShape(value) &&
  value.kernel.length === value.inputs * value.units &&
  value.bias.length === value.units;

const networkShape = shape<FrameData['network']>({
  inputs: labels,
  outputs: labels,
  layers: listOf(isLayer, LIMITS.layers),
});

const isNetwork: Check<FrameData['network']> = (value): value is FrameData['network'] =>
  networkShape(value) &&
  value.layers.reduce((sum, layer) => sum + layer.kernel.length + layer.bias.length, 0) <=
    LIMITS.frameNumbers;

const matrixShape = shape<FrameData['matrix']>({
  rows: isCount,
  columns: isCount,
  values: float32,
  rowLabels: labels,
  columnLabels: labels,
  scale: oneOf('diverging', 'magnitude'),
});

const isMatrix: Check<FrameData['matrix']> = (value): value is FrameData['matrix'] =>
  matrixShape(value) &&
  value.values.length === value.rows * value.columns &&
  value.values.length <= LIMITS.frameNumbers;

const confusionShape = shape<FrameData['confusion']>({
  labels: listOf(isName, LIMITS.classes),
  counts: uint32,
});

const isConfusion: Check<FrameData['confusion']> = (value): value is FrameData['confusion'] =>
  confusionShape(value) && value.counts.length === value.labels.length ** 2;

const base = { figure: isName, step: isFiniteNumber };

export const isFrame: Check<Frame> = variants<Frame>()('kind', {
  curve: { ...base, data: shape({ values: recordOf(isNumber, LIMITS.series, LIMITS.key) }) },
  network: { ...base, data: isNetwork },
  matrix: { ...base, data: isMatrix },
  confusion: { ...base, data: isConfusion },
});
