import type { FrameData } from '@/lib/protocol';
import type { History } from '../figure-module';
import { knownRangesOf, rangeAt, rangesOf, unionOf, type Range } from '../pixels/level';
import { choiceOf, type Setting, type Settings } from '../setting';

export type ImagesData = FrameData['images'];
type Scale = ImagesData['scale'];

const WORDS = { each: 'each alone', all: 'all together' } as const;
const OPTIONS = [WORDS.each, WORDS.all] as const;

/** Images from 0 to 1 are shown as they are; of others the reader may choose what the colours span. */
export function scaleSettings(data: ImagesData, settings: Settings): Setting[] {
  if (data.scale === 'unit' || data.pixels.count < 2) return [];
  const value = WORDS[scaleOf(data, settings) === 'all' ? 'all' : 'each'];
  return [{ kind: 'choice', key: 'scale', label: 'Colours span', options: OPTIONS, value }];
}

export function scaleOf({ scale }: ImagesData, settings: Settings): Scale {
  if (scale === 'unit') return scale;
  return choiceOf(settings, 'scale', OPTIONS, WORDS[scale]) === WORDS.all ? 'all' : 'each';
}

/** For each image the range that its colours span. */
export function shownRanges(history: History<'images'>, data: ImagesData, scale: Scale): Range[] {
  const { pixels } = data;
  if (scale === 'each') return rangesOf(pixels);
  const range = scale === 'unit' ? { low: 0, high: 1 } : overAll(history);
  return Array.from({ length: pixels.count }, () => range);
}

/** Of all frames, so that one colour means one number wherever the reader scrubs. */
function overAll(history: History<'images'>): Range {
  return unionOf(history.frames.flatMap((frame) => knownRangesOf(frame.data.pixels)));
}

/** Whether any pixel of any frame is a number, so that its colours can be explained by numbers. */
export const hasNumbers = (history: History<'images'>): boolean =>
  history.frames.some((frame) => knownRangesOf(frame.data.pixels).length > 0);

export const ownRange = ({ pixels }: ImagesData, image: number): Range => rangeAt(pixels, image);
