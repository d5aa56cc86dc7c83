import type { ExportedFigure } from '@/lib/export';
import { describe, pictureOf, posterExtent, waitingWords, when } from '@/lib/figures';
import type { FigureHistory } from '@/lib/kernel/state';
import { paperTheme } from '@/lib/lesson/transfer/paper-theme';
import { paintPoster } from '../figure/paint';
import { failureWords } from '../figure/use-picture';

/** Of the drawing, in CSS pixels: the text column, in which most figures were laid out. */
const WIDTH = 640;

/** A figure's newest frame as a picture on light paper, with its text; the text alone where it can't be painted. */
export function exportedFigure(history: FigureHistory): ExportedFigure {
  const { title, caption, stepName } = history.figure;
  const words = { kind: 'figure' as const, title, caption };
  const at = history.frames.length - 1;
  if (at < 0) return { ...words, png: null, description: waitingWords(stepName) };
  try {
    const picture = pictureOf(history, at, WIDTH);
    const face = getComputedStyle(document.documentElement).getPropertyValue('--face-label').trim();
    const step = when(history, at);
    const canvas = paintPoster(picture, { title, step }, paperTheme(face || 'sans-serif'));
    const png = canvas.toDataURL('image/png');
    const { width } = posterExtent(picture);
    return { ...words, png, width, description: describe(history, at) };
  } catch (error) {
    return { ...words, png: null, description: failureWords(error) };
  }
}
