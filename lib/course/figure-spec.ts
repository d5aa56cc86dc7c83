import { LIMITS, type FigureKind } from '@/lib/protocol';
import { checkLength } from './check-size';
import type { FigureSpec } from './live-figure';
import type { FigureOptions } from './types/show';
import { clipped } from './walk';

/**
 * What stays the same over a figure's life, with our words where the reader gave none.
 * @throws {RangeError} if the reader's are too long.
 */
export function figureSpec<K extends FigureKind>(
  kind: K,
  title: string,
  options: FigureOptions & { stepName?: string },
  stepName = 'step',
): FigureSpec<K> {
  return {
    kind,
    title: checkLength('The title of a figure', options.title ?? title, LIMITS.name),
    caption: checkLength('The caption of a figure', options.caption ?? '', LIMITS.caption),
    stepName: checkLength('The name of a step', options.stepName ?? stepName, LIMITS.name),
  };
}

/** Sentences, one after another, as far as a caption goes. */
export function joined(...sentences: string[]): string {
  return clipped(sentences.filter((sentence) => sentence !== '').join(' '), LIMITS.caption);
}
