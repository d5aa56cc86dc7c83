import { isCount, isFiniteNumber, oneOf, shape, type Check } from '../check';
import { LIMITS } from '../limits';
import { isSmallPlane, type PlaneData } from './plane';

/** One channel and one kernel over it; stride, dilation and padding are where the reader begins. */
export type ConvolutionData = {
  input: PlaneData;
  kernel: PlaneData;
  bias: number;
  stride: number;
  dilation: number;
  padding: 'valid' | 'same';
};

const convolutionShape = shape<ConvolutionData>({
  input: isSmallPlane(LIMITS.steppedSide),
  kernel: isSmallPlane(LIMITS.kernelSide),
  bias: isFiniteNumber,
  stride: isCount,
  dilation: isCount,
  padding: oneOf('valid', 'same'),
});

export const isConvolutionData: Check<ConvolutionData> = (value): value is ConvolutionData =>
  convolutionShape(value) && value.stride > 0 && value.dilation > 0;
