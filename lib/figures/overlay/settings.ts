import { choiceOf, numberOf, type Setting, type Settings } from '../setting';
import type { OverlayData } from './heat';

export type Chosen = { index: number; method: number; opacity: number };

export function chosenIn(data: OverlayData, settings: Settings): Chosen {
  const names = data.methods.map(({ name }) => name);
  const index = data.labels.indexOf(
    choiceOf(settings, 'class', data.labels, data.labels[data.chosen] ?? ''),
  );
  return {
    index: Math.max(0, index),
    method: Math.max(0, names.indexOf(choiceOf(settings, 'method', names, names[0] ?? ''))),
    opacity: numberOf(settings, 'opacity', 0.85, [0, 1]),
  };
}

export function overlaySettings(data: OverlayData, settings: Settings): Setting[] {
  const { index, method, opacity } = chosenIn(data, settings);
  const names = data.methods.map(({ name }) => name);
  const choice = { kind: 'choice' } as const;
  return [
    { ...choice, key: 'class', label: 'What speaks for', options: data.labels, value: data.labels[index] ?? '' }, // prettier-ignore
    ...(names.length > 1 ? [{ ...choice, key: 'method', label: 'By', options: names, value: names[method] ?? '' }] : []), // prettier-ignore
    { kind: 'slider', key: 'opacity', label: 'Heat', min: 0, max: 1, step: 0.05, value: opacity, text: `${Math.round(100 * opacity)}\u00a0%` }, // prettier-ignore
  ];
}
