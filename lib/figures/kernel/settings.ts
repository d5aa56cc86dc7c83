import type { Plane } from '../convolve/plane';
import { choiceOf, numberOf, type Setting, type Settings } from '../setting';
import { shortNumber } from '../convolve/draw-cells';
import type { KernelData } from './paint';

const LOOKS = ['a picture', 'signed numbers'] as const;
const REACH = 8;

/** Which of the kernels the reader began with. */
export function presetOf({ kernels }: KernelData, settings: Settings): number {
  const names = kernels.map(({ name }) => name);
  return Math.max(0, names.indexOf(choiceOf(settings, 'preset', names, names[0] ?? '')));
}

/** A weight that the reader has set is kept with the kernel that it was set in. */
const keyOf = (preset: number, index: number) => `weight ${preset} ${index}`;

export function kernelOf(data: KernelData, settings: Settings): Plane {
  const preset = presetOf(data, settings);
  const plane = data.kernels[preset]?.plane ?? { height: 1, width: 1, values: new Float32Array(1) };
  const values = plane.values.map((weight, index) =>
    numberOf(settings, keyOf(preset, index), weight),
  );
  return { ...plane, values };
}

/** The weight that the slider sets: at first the middle one. */
export function selectedOf({ size }: KernelData, settings: Settings): number {
  const last = size * size - 1;
  return Math.round(numberOf(settings, 'selected', Math.floor(last / 2), [0, last]));
}

export const isSigned = (settings: Settings) =>
  choiceOf(settings, 'look', LOOKS, LOOKS[0]) === LOOKS[1];

export function kernelSettings(data: KernelData, settings: Settings): Setting[] {
  const preset = presetOf(data, settings);
  const names = data.kernels.map(({ name }) => name);
  const selected = selectedOf(data, settings);
  const kernel = kernelOf(data, settings);
  const weight = kernel.values[selected] ?? 0;
  const original = data.kernels[preset]?.plane.values ?? [];
  const reach = Math.max(REACH, Math.ceil(Math.abs(weight)));
  const place = `row ${Math.floor(selected / data.size) + 1}, column ${(selected % data.size) + 1}`;
  const isChanged = kernel.values.some((value, index) => value !== original[index]);
  const sets = Object.fromEntries(Array.from(original, (value, i) => [keyOf(preset, i), value]));
  const slider = { kind: 'slider', min: -reach, max: reach, step: 0.05 } as const;
  return [
    { kind: 'choice', key: 'preset', label: 'Kernel', options: names, value: names[preset] ?? '' },
    { ...slider, key: keyOf(preset, selected), label: `Weight in ${place}`, value: weight, text: shortNumber(weight), typed: '' }, // prettier-ignore
    { kind: 'choice', key: 'look', label: 'Result as', options: LOOKS, value: isSigned(settings) ? LOOKS[1] : LOOKS[0] }, // prettier-ignore
    ...(isChanged
      ? [{ kind: 'action', key: 'reset', label: 'Reset the kernel', sets } as const]
      : []),
  ];
}
