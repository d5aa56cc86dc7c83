import type { FigureKind } from '@/lib/protocol';
import type { FigureSpec } from './live-figure';
import type { FigureOptions } from './types/show';

/** What stays the same over a figure's life, with our words where the reader gave none. */
export function figureSpec<K extends FigureKind>(
  kind: K,
  title: string,
  options: FigureOptions,
): FigureSpec<K> {
  return {
    kind,
    title: options.title ?? title,
    caption: options.caption ?? '',
    stepName: 'step',
  };
}

/** Sentences, one after another. */
export function joined(...sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
