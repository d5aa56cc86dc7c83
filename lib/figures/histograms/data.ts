import type { FrameData } from '@/lib/protocol';
import type { History } from '../figure-module';
import { choiceOf, type Settings } from '../setting';

export type HistogramsData = FrameData['histograms'];
export type HistogramLayer = HistogramsData['layers'][number];
export type Distribution = HistogramLayer['activations'][number];

export const QUANTITIES = ['activations', 'gradients', 'weights'] as const;
export type Quantity = (typeof QUANTITIES)[number];
export const AXES = ['values', 'sizes, by powers of ten'] as const;

const EMPTY: HistogramsData = { examples: 0, layers: [] };

export const dataAt = (history: History<'histograms'>, at: number): HistogramsData =>
  history.frames[at]?.data ?? EMPTY;

/** Those that the frame has. */
export const quantitiesIn = ({ layers }: HistogramsData): Quantity[] =>
  QUANTITIES.filter((quantity) => layers.some((layer) => layer[quantity].length > 0));

export function quantityOf(data: HistogramsData, settings: Settings): Quantity {
  return choiceOf(settings, 'of', quantitiesIn(data), 'activations');
}

/** Gradients differ by factors from layer to layer, so theirs is the axis of sizes until the reader says otherwise. */
export function showsSizes(quantity: Quantity, settings: Settings): boolean {
  const fallback = AXES[quantity === 'gradients' ? 1 : 0];
  return choiceOf(settings, 'axis', AXES, fallback) === AXES[1];
}

export const countOf = ({ bins }: Distribution) => bins.reduce((sum, bin) => sum + bin, 0);
