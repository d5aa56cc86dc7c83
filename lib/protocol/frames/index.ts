import type { Check } from '../check';
import { isDescentData, type DescentData } from './descent';
import { isGraphData, type GraphData } from './graph';
import { isConfusionData, type ConfusionData } from './confusion';
import { isConvnetData, type ConvnetData } from './convnet';
import { isConvolutionData, type ConvolutionData } from './convolution';
import { isCurveData, type CurveData } from './curve';
import { isFunctionData, type FunctionData } from './function';
import { isHistogramsData, type HistogramsData } from './histograms';
import { isLinesData, type LinesData } from './lines';
import { isImagesData, type ImagesData } from './images';
import { isKernelData, type KernelData } from './kernel';
import { isGan2dData, type Gan2dData } from './gan2d';
import { isLatentData, type LatentData } from './latent';
import { isMatrixData, type MatrixData } from './matrix';
import { isOverlayData, type OverlayData } from './overlay';
import { isNetworkData, type NetworkData } from './network';
import { isProbabilitiesData, type ProbabilitiesData } from './probabilities';
import { isSeriesData, type SeriesData } from './series';
import { isUnrolledData, type UnrolledData } from './unrolled';
import { isSurfaceData, type SurfaceData } from './surface';

export { ACTIVATIONS, type ActivationName } from './activations';
export type { ConvnetHead, ConvnetLayer, ConvnetWindow } from './convnet';
export type { NetworkLayer } from './network';
export type { SeriesLine } from './series';
export type { UnrolledTrace } from './unrolled';
export type { SurfaceGrid } from './surface';
export { SIZE_HIGH, SIZE_LOW } from './histograms';
export { numbersIn } from './numbers';
export type { Pixels } from './pixels';

/** What one frame of a figure carries, by the figure's kind. Numbers are in typed arrays wherever there may be many. */
export type FrameData = {
  descent: DescentData;
  graph: GraphData;
  curve: CurveData;
  network: NetworkData;
  matrix: MatrixData;
  confusion: ConfusionData;
  lines: LinesData;
  images: ImagesData;
  series: SeriesData;
  unrolled: UnrolledData;
  surface: SurfaceData;
  function: FunctionData;
  histograms: HistogramsData;
  probabilities: ProbabilitiesData;
  convolution: ConvolutionData;
  overlay: OverlayData;
  convnet: ConvnetData;
  kernel: KernelData;
  gan2d: Gan2dData;
  latent: LatentData;
};

export const FRAME_CHECKS: { [Kind in keyof FrameData]: Check<FrameData[Kind]> } = {
  descent: isDescentData,
  graph: isGraphData,
  curve: isCurveData,
  network: isNetworkData,
  matrix: isMatrixData,
  confusion: isConfusionData,
  lines: isLinesData,
  images: isImagesData,
  series: isSeriesData,
  unrolled: isUnrolledData,
  surface: isSurfaceData,
  function: isFunctionData,
  histograms: isHistogramsData,
  probabilities: isProbabilitiesData,
  convolution: isConvolutionData,
  overlay: isOverlayData,
  convnet: isConvnetData,
  kernel: isKernelData,
  gan2d: isGan2dData,
  latent: isLatentData,
};
