import { readNumber } from '@/lib/words/read-number';
import { positionOf, valueAt, type Scale, type Slider } from './slider-scale';

/** A value as the slider shows it: with the decimals of its step, so that the text keeps its width while it moves. */
export function sliderText(scale: Scale, value: number): string {
  if (scale.scale === 'log') return plain(value);
  const places = Math.max(decimals(scale.step), decimals(scale.min));
  const fixed = value.toFixed(Math.min(places, 12));
  // A value that the code set off the grid is shown as it is.
  return isNear(Number(fixed), value) ? fixed : plain(value);
}

export type Typed = { value: number } | { problem: string };

/** Reads what a person typed, on the nearest step of a linear scale; a decimal comma is taken. */
export function readSlider(slider: Slider, text: string): Typed {
  const value = readNumber(text);
  const range = `Type a number from ${sliderText(slider, slider.min)} to ${sliderText(slider, slider.max)}.`;
  if (value === null) return { problem: `This is not a number. ${range}` };
  if (value < slider.min || value > slider.max)
    return { problem: `This is out of range. ${range}` };
  return {
    value: slider.scale === 'log' ? value : valueAt(slider, positionOf(slider, value)),
  };
}

/** "0.03", "1e-5" */
function plain(value: number): string {
  const short = Number(value.toPrecision(6));
  const size = Math.abs(short);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return short.toExponential().replace('e+', 'e');
  return String(short);
}

function decimals(value: number): number {
  const [digits = '', exponent = '0'] = Number(value.toPrecision(6)).toExponential().split('e');
  const fraction = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1e-9, Math.abs(b));
}
