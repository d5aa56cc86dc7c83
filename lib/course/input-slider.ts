import type { ControlDraft } from './input-drafts';
import { callOf, checkNumber, checkOptions } from './input-checks';
import type { SliderOptions } from './types/input';

type Scale = 'linear' | 'log';
type Range = { min: number; max: number; scale: Scale };

/** Positions between the ends, about, where the code does not say. */
const POSITIONS = 100;

/** @throws {Error} for ends, a step or a value that make no slider. */
export function sliderDraft(given: unknown, options: SliderOptions): ControlDraft {
  const { label, call } = callOf('slider', given);
  checkOptions(call, options, ['min', 'max', 'step', 'value', 'scale']);
  const range = checkRange(call, options);
  const { step = stepOf(range) } = options;
  checkNumber(call, 'step', step);
  if (!(step > 0)) throw new RangeError(`${call}: \`step\` has to be more than 0, but is ${step}.`);
  const { value = middleOf(range, step) } = options;
  checkNumber(call, 'value', value);
  if (value < range.min || value > range.max) {
    throw new RangeError(
      `${call}: its value, ${value}, lies outside of ${range.min} to ${range.max}. Move an end, or the value.`,
    );
  }
  return { kind: 'slider', label, ...range, step, value };
}

function checkRange(call: string, options: SliderOptions): Range {
  const { min = 0, max = 1, scale = 'linear' } = options;
  checkNumber(call, 'min', min);
  checkNumber(call, 'max', max);
  if (scale !== 'linear' && scale !== 'log') {
    throw new RangeError(`${call}: \`scale\` is 'linear' or 'log', not ${String(scale)}.`);
  }
  if (min >= max) {
    throw new RangeError(
      `${call}: \`min\` has to be below \`max\`, but ${min} is not below ${max}.`,
    );
  }
  if (scale === 'log' && min <= 0) {
    throw new RangeError(
      `${call}: a scale of powers of ten never reaches 0, so \`min\` has to be more than 0, but is ${min}. Try 0.001.`,
    );
  }
  return { min, max, scale };
}

/** In numbers, or on a scale of powers of ten in exponents. */
function stepOf({ min, max, scale }: Range): number {
  if (scale === 'log') return niceStep(Math.log10(max / min) / POSITIONS);
  const counts = Number.isInteger(min) && Number.isInteger(max) && max - min >= 10;
  return counts
    ? Math.max(1, niceStep((max - min) / POSITIONS))
    : niceStep((max - min) / POSITIONS);
}

/** The largest of 1, 2 and 5 times a power of ten that is not above. */
function niceStep(step: number): number {
  const power = Math.floor(Math.log10(step) + 1e-9);
  const most = step / 10 ** power + 1e-9;
  const digit = most >= 5 ? 5 : most >= 2 ? 2 : 1;
  // From text: 2 * 10 ** -3 has a last digit too many.
  return Number(`${digit}e${power}`);
}

/** A position of the slider near its middle. */
function middleOf({ min, max, scale }: Range, step: number): number {
  if (scale === 'log') return between(Number(Math.sqrt(min * max).toPrecision(2)), min, max);
  const middle = min + Math.round((max - min) / 2 / step) * step;
  return between(Number(middle.toPrecision(12)), min, max);
}

const between = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));
