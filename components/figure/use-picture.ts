'use client';

import { useMemo } from 'react';
import {
  drawWaiting,
  waitingWords,
  type AnyHistory,
  type Drawing,
  type Picture,
  type Setting,
  type Settings,
} from '@/lib/figures';

export type Shown = {
  picture: Picture;
  settings: readonly Setting[];
  sentence: string;
  failure: string | null;
};

const NONE: readonly Setting[] = [];

/** The frame at index `at` laid out and put in words; a figure that waits, or can't be laid out, has words too. */
export function usePicture(
  drawing: Drawing,
  history: AnyHistory,
  at: number,
  width: number,
  set: Settings,
): Shown {
  return useMemo(() => {
    const waiting = waitingPicture(drawing, history, width);
    if (at < 0) return { picture: waiting, settings: NONE, sentence: '', failure: null };
    try {
      const picture = drawing.picture(history, at, width, set);
      const settings = drawing.settings(history, at, set);
      return { picture, settings, sentence: drawing.describe(history, at, set), failure: null };
    } catch (error) {
      // Its place stays, empty, under the words.
      const picture = { ...waiting, draw: () => {} };
      return { picture, settings: NONE, sentence: '', failure: failureWords(error) };
    }
  }, [drawing, history, at, width, set]);
}

export function failureWords(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const ended = /[.!?]$/.test(reason) ? reason : `${reason}.`;
  return `This figure could not be drawn: ${ended} Run the cell again, or look at the data that it shows.`;
}

function waitingPicture(drawing: Drawing, { figure }: AnyHistory, width: number): Picture {
  const extent = { width, height: drawing.waitingHeight(width) };
  return {
    ...extent,
    backdrop: null,
    draw: (context, theme) => drawWaiting(context, extent, figure.stepName, theme),
    hit: () => null,
    move: (cursor) => cursor,
    readout: () => waitingWords(figure.stepName),
    press: () => null,
    formula: () => null,
  };
}
