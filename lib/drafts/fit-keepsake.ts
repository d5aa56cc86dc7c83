import { thin } from '@/lib/figures/thin';
import type { FigureHistory, Keepsake } from '@/lib/kernel/state';
import type { ControlValue, Output } from '@/lib/protocol';
import { sizeOf } from './size-of';

/** What is kept of one cell, in bytes. */
const MOST = 4 * 2 ** 20;

const TOO_LARGE: Output = {
  kind: 'notice',
  text: 'What this cell showed was too large to keep in the browser. Run it to see it again.',
};

/** Of each figure, so many frames, evenly spread: the first number of these with which all fits. */
const FRAMES = [120, 60, 30, 15, 8, 4, 2, 1];

/**
 * A keepsake of at most about 4 MB: as it is, or with fewer frames of each figure, or with a notice in place of its
 * outputs. A control's value that is too large by itself, such as a big file, is left out.
 */
export function fitKeepsake(keepsake: Keepsake): { keepsake: Keepsake; bytes: number } {
  const controls = withoutLarge(keepsake.controls);
  const candidates = [
    { ...keepsake, controls },
    ...FRAMES.map((cap) => ({ ...keepsake, controls, figures: thinned(keepsake.figures, cap) })),
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

function thinned(figures: Keepsake['figures'], cap: number): Record<string, FigureHistory> {
  const entries = Object.entries(figures).map(([id, history]) => {
    const { frames } = history;
    return [id, { ...history, frames: cap === 1 ? frames.slice(-1) : thin(frames, cap) }] as const;
  });
  return Object.fromEntries(entries);
}
