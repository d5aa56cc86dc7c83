import type { FigureHistory, Keepsake } from '@/lib/kernel/state';
import type { ControlValue, Output } from '@/lib/protocol';
import { sizeOf } from './size-of';

/** What is kept of one cell, in bytes. */
const MOST = 4 * 2 ** 20;

const TOO_LARGE: Output = {
  kind: 'notice',
  text: 'What this cell showed was too large to keep in the browser. Run it to see it again.',
};

/**
 * A keepsake of at most about 4 MB: as it is, or with the last frame of each figure only, or with a notice in place of
 * its outputs. A control's value that is too large by itself, such as a big file, is left out.
 */
export function fitKeepsake(keepsake: Keepsake): { keepsake: Keepsake; bytes: number } {
  const controls = withoutLarge(keepsake.controls);
  const figures = mapValues(keepsake.figures, (history) => ({
    ...history,
    frames: history.frames.slice(-1),
  }));
  const candidates = [
    { ...keepsake, controls },
    { ...keepsake, controls, figures },
    { ...keepsake, controls, figures: {}, outputs: [TOO_LARGE], error: null },
    { ...keepsake, controls: {}, figures: {}, outputs: [TOO_LARGE], error: null },
  ];
  const sized = candidates.map((each) => ({ keepsake: each, bytes: sizeOf(each) }));
  return sized.find(({ bytes }) => bytes <= MOST) ?? sized.at(-1)!;
}

function withoutLarge(controls: Keepsake['controls']): Record<string, ControlValue> {
  return Object.fromEntries(
    Object.entries(controls).filter(([, value]) => sizeOf(value) <= MOST / 2),
  );
}

function mapValues(
  figures: Keepsake['figures'],
  change: (history: FigureHistory) => FigureHistory,
): Record<string, FigureHistory> {
  return Object.fromEntries(Object.entries(figures).map(([id, history]) => [id, change(history)]));
}
