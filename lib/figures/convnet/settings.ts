import { geometryOf } from '../convolve/geometry';
import { firstPosition } from '../convolve/stepper';
import type { History } from '../figure-module';
import { knownRangesOf, rangesOf, unionOf, type Range } from '../pixels/level';
import { choiceOf, numberOf, type Setting, type Settings } from '../setting';
import { mapName, mapsBefore, mapsOf, type ConvnetData } from './names';
import { openAnswer, type Answer } from './answer';
import { openMap, type Opened } from './opened';

const SPANS = ['one map', 'a layer'] as const;
/** `open` is a map of a layer, or an output as the one after the last layer, as one number; below zero for none. */
const MANY = 1000;
const LONGEST_S = 30;

export const codeOf = (layer: number, map: number) => layer * MANY + map;

export function openedIn(data: ConvnetData, settings: Settings): Opened | null {
  const code = numberOf(settings, 'open', -1);
  if (code < 0) return null;
  return openMap(data, Math.floor(code / MANY), code % MANY, numberOf(settings, 'input', 0));
}

export function answerIn(data: ConvnetData, settings: Settings): Answer | null {
  const code = numberOf(settings, 'open', -1);
  const isOutput = Math.floor(code / MANY) === data.layers.length + 1;
  return isOutput ? openAnswer(data, code % MANY) : null;
}

export function positionIn(opened: Opened, settings: Settings): number {
  const { output } = opened.stepped;
  const last = Math.max(0, output.values.length - 1);
  return Math.round(numberOf(settings, 'position', firstPosition(output), [0, last]));
}

/** What the colours of a layer's maps span: over all frames, so that scrubbing shows a map grow. */
export function rangeOfMap(
  history: History<'convnet'>,
  at: number,
  layer: number,
  map: number,
  settings: Settings,
): Range {
  const data = (history.frames[at] as (typeof history.frames)[number]).data;
  const own = mapsOf(data, layer);
  if (layer === 0 || !own) return unionOf(rangesOf(data.input));
  if (spanOf(settings) === SPANS[0]) return rangesOf(own)[map] ?? { low: 0, high: 0 };
  return unionOf(
    history.frames.map((frame) => {
      const maps = mapsOf(frame.data, layer);
      return maps ? unionOf(knownRangesOf(maps)) : { low: 0, high: 0 };
    }),
  );
}

const spanOf = (settings: Settings) => choiceOf(settings, 'span', SPANS, SPANS[1]);

const closing = (label: string) =>
  ({ kind: 'action', key: 'close', label, sets: { open: -1 } }) as const satisfies Setting;

export function convnetSettings(data: ConvnetData, settings: Settings): Setting[] {
  const span = { kind: 'choice', key: 'span', label: 'Colours span', options: SPANS, value: spanOf(settings) } as const; // prettier-ignore
  const opened = openedIn(data, settings);
  if (!opened) return answerIn(data, settings) ? [span, closing('Close the output')] : [span];
  const own = data.layers[opened.layer - 1];
  const before = mapsBefore(data, opened.layer);
  const { output } = geometryOf(before, opened.stepped.geometry.kernel, opened.stepped.geometry);
  const position = positionIn(opened, settings);
  const count = output.height * output.width;
  const text = `row ${Math.floor(position / Math.max(1, output.width)) + 1}, column ${(position % Math.max(1, output.width)) + 1}`;
  const slider = { kind: 'slider', step: 1 } as const;
  const window: Setting = { ...slider, key: 'position', label: 'Window', min: 0, max: Math.max(0, count - 1), value: position, text, plays: Math.max(4, Math.ceil(count / LONGEST_S)) }; // prettier-ignore
  const close = closing('Close the map');
  if (own?.kind !== 'convolution' || before.count < 2) return [window, span, close];
  const from: Setting = { ...slider, key: 'input', label: 'From', min: 0, max: before.count - 1, value: opened.input, text: mapName(data, opened.layer - 1, opened.input) }; // prettier-ignore
  return [window, from, span, close];
}
