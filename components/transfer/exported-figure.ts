import type { ExportedFigure } from '@/lib/export';
import { loadDrawing, posterExtent, waitingWords, when, type Drawing } from '@/lib/figures';
import type { FigureHistory, KernelSnapshot } from '@/lib/kernel/state';
import { paperTheme } from '@/lib/lesson/transfer/paper-theme';
import { paintPoster } from '../figure/paint';
import { failureWords } from '../figure/use-picture';

/** Of the drawing, in CSS pixels: the text column, in which most figures were laid out. */
const WIDTH = 640;

/**
 * Fetches how the kinds of figures that the page has are drawn.
 * @returns a figure's newest frame as a picture on light paper, with its text; the text alone where it can't be painted
 */
export async function figureExport(
  kernel: KernelSnapshot,
): Promise<(history: FigureHistory) => ExportedFigure> {
  const figures = Object.values(kernel.cells).flatMap((cell) => Object.values(cell.figures));
  const kinds = [...new Set(figures.map(({ figure }) => figure.kind))];
  const drawings = new Map(
    await Promise.all(kinds.map(async (kind) => [kind, await loadDrawing(kind)] as const)),
  );
  return (history) => exportedFigure(history, drawings.get(history.figure.kind));
}

function exportedFigure(history: FigureHistory, drawing: Drawing | undefined): ExportedFigure {
  const { title, caption, stepName } = history.figure;
  const words = { kind: 'figure' as const, title, caption };
  const at = history.frames.length - 1;
  if (at < 0 || !drawing) return { ...words, png: null, description: waitingWords(stepName) };
  try {
    const picture = drawing.picture(history, at, WIDTH);
    const face = getComputedStyle(document.documentElement).getPropertyValue('--face-label').trim();
    const step = when(history, at);
    const canvas = paintPoster(picture, { title, step }, paperTheme(face || 'sans-serif'));
    const png = canvas.toDataURL('image/png');
    const { width } = posterExtent(picture);
    return { ...words, png, width, description: drawing.describe(history, at) };
  } catch (error) {
    return { ...words, png: null, description: failureWords(error) };
  }
}
