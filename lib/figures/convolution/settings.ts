import type { FrameData } from '@/lib/protocol';
import type { Padding, Steps } from '../convolve/geometry';
import { convolve } from '../convolve/convolve';
import { geometryOf } from '../convolve/geometry';
import { rangeOf, type Plane } from '../convolve/plane';
import { firstPosition, type Stepped } from '../convolve/stepper';
import { choiceOf, numberOf, type Setting, type Settings } from '../setting';

export type ConvolutionData = FrameData['convolution'];

const PADDINGS: readonly Padding[] = ['valid', 'same'];
const MOST = { stride: 4, dilation: 3 };
/** Steps a second of the window; all of it takes not much more than half a minute. */
const SLOWEST = 4;
const LONGEST_S = 40;

export function stepsOf(data: ConvolutionData, settings: Settings): Steps {
  return {
    stride: numberOf(settings, 'stride', data.stride, [1, Math.max(MOST.stride, data.stride)]),
    dilation: numberOf(settings, 'dilation', data.dilation, [
      1,
      Math.max(MOST.dilation, data.dilation),
    ]),
    padding: choiceOf(settings, 'padding', PADDINGS, data.padding),
  };
}

export function positionIn(settings: Settings, output: Plane): number {
  const last = Math.max(0, output.values.length - 1);
  return Math.round(numberOf(settings, 'position', firstPosition(output), [0, last]));
}

/** What the reader steps through, computed for the settings as they are. */
export function steppedOf(data: ConvolutionData, settings: Settings): Stepped {
  const geometry = geometryOf(data.input, data.kernel, stepsOf(data, settings));
  const output = convolve(data.input, data.kernel, geometry, data.bias);
  return {
    input: data.input,
    kernel: data.kernel,
    output,
    geometry,
    outputRange: rangeOf(output),
    names: { input: 'input', output: 'output' },
  };
}

export function convolutionSettings(data: ConvolutionData, settings: Settings): Setting[] {
  const steps = stepsOf(data, settings);
  const { output } = steppedOf(data, settings);
  const count = output.values.length;
  const position = positionIn(settings, output);
  const place = `row ${Math.floor(position / Math.max(1, output.width)) + 1}, column ${(position % Math.max(1, output.width)) + 1}`;
  const slider = { kind: 'slider', step: 1 } as const;
  return [
    {
      ...slider,
      key: 'position',
      label: 'Window',
      min: 0,
      max: Math.max(0, count - 1),
      value: position,
      text: place,
      plays: Math.max(SLOWEST, Math.ceil(count / LONGEST_S)),
    },
    { ...slider, key: 'stride', label: 'Stride', min: 1, max: Math.max(MOST.stride, data.stride), value: steps.stride }, // prettier-ignore
    { ...slider, key: 'dilation', label: 'Dilation', min: 1, max: Math.max(MOST.dilation, data.dilation), value: steps.dilation }, // prettier-ignore
    { kind: 'choice', key: 'padding', label: 'Padding', options: PADDINGS, value: steps.padding },
  ];
}
