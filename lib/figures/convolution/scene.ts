import type { Place } from '../convolve/geometry';
import { layOut, placeOf, type Stepper } from '../convolve/stepper';
import type { Extent, History } from '../figure-module';
import { RAMP_BAR } from '../pixels/draw-ramp-bar';
import type { Settings } from '../setting';
import { positionIn, steppedOf, type ConvolutionData } from './settings';

export type ConvolutionScene = Extent & {
  stepper: Stepper;
  bias: number;
  position: number;
  at: Place;
  /** Where the output's colours are explained. */
  bar: { x: number; y: number; width: number };
};

const ABOVE_BAR = 12;

export function convolutionScene(
  history: History<'convolution'>,
  at: number,
  width: number,
  settings: Settings,
): ConvolutionScene {
  const data = history.frames[at]?.data ?? EMPTY;
  const stepper = layOut(steppedOf(data, settings), width, 0, ABOVE_BAR + RAMP_BAR);
  const position = positionIn(settings, stepper.output);
  const { outputPlace } = stepper;
  const barTop = outputPlace.y + outputPlace.height + ABOVE_BAR;
  return {
    width: stepper.width,
    height: Math.max(stepper.height, barTop + RAMP_BAR),
    stepper,
    bias: data.bias,
    position,
    at: placeOf(stepper.geometry, position),
    bar: { x: outputPlace.x, y: barTop, width: Math.min(160, stepper.width - outputPlace.x - 2) },
  };
}

const EMPTY: ConvolutionData = {
  input: { height: 1, width: 1, values: new Float32Array(1) },
  kernel: { height: 1, width: 1, values: new Float32Array(1) },
  bias: 0,
  stride: 1,
  dilation: 1,
  padding: 'valid',
};
