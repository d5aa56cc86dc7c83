import { numberTex, sumTex } from '../convolve/stepper-terms';
import { drawStepper } from '../convolve/draw-stepper';
import type { Place } from '../convolve/geometry';
import { hitStepper, moveStepper } from '../convolve/hit-stepper';
import { rampFor, valueAt } from '../convolve/plane';
import { positionOf } from '../convolve/stepper';
import type { FigureModule } from '../figure-module';
import { formatNumber } from '../format';
import { drawRampBar } from '../pixels/draw-ramp-bar';
import { convolutionScene, type ConvolutionScene } from './scene';
import { convolutionSettings } from './settings';
import { convolutionTable, describeConvolution } from './words';

const cursorAt = ({ row, column }: Place) => ({ kind: 'convolution', row, column }) as const;

/** Beyond the longest sum that still reads, only its number is given. */
const LONGEST_SUM = 49;

function tex({ stepper, bias }: ConvolutionScene, at: Place): string | null {
  const count = stepper.geometry.kernel.height * stepper.geometry.kernel.width;
  if (stepper.output.values.length === 0 || count > LONGEST_SUM) return null;
  const value = numberTex(valueAt(stepper.output, at));
  if (bias === 0) return sumTex(stepper, at, value);
  const sum = valueAt(stepper.output, at) - bias;
  return sumTex(stepper, at, `${numberTex(sum)} + b = ${numberTex(sum)} + ${numberTex(bias)} = ${value}`); // prettier-ignore
}

/** A kernel slides over an image; the sum that makes each number of the output is written out. */
export const convolution = {
  kind: 'convolution',
  waitingHeight: (width) => (width < 540 ? 360 : 320),
  settings: (history, at, settings) => {
    const data = history.frames[at]?.data;
    return data ? convolutionSettings(data, settings) : [];
  },
  scene: convolutionScene,
  draw(context, scene, theme, cursor) {
    drawStepper(context, scene.stepper, theme, cursor ?? scene.at, scene.position + 1);
    const { outputRange, output } = scene.stepper;
    if (output.values.length === 0) return;
    drawRampBar(context, theme, rampFor(outputRange), outputRange, scene.bar);
  },
  describe: describeConvolution,
  table: convolutionTable,
  hit(scene, point) {
    const place = hitStepper(scene.stepper, point);
    return place && cursorAt(place);
  },
  move: (scene, cursor, key) => cursorAt(moveStepper(scene.stepper, cursor ?? scene.at, key)),
  readout({ stepper }, at) {
    const value = formatNumber(valueAt(stepper.output, at));
    return `output, row ${at.row + 1}, column ${at.column + 1}: ${value}`;
  },
  press: ({ stepper }, at) => ({ settings: { position: positionOf(stepper.geometry, at) } }),
  formula: (scene, cursor) => tex(scene, cursor),
  standing: (scene) => tex(scene, scene.at),
} satisfies FigureModule<'convolution', ConvolutionScene>;
