import { formatNumber, formatPercent } from '../format';
import type { HistogramLayer, Quantity } from './data';
import { countOf } from './data';

/** What is to be noticed of a layer, in a few words, and whether it is a trouble. */
export type Note = { text: string; trouble: boolean };

/** From this share of dead units or saturated activations on, a layer is in trouble. */
const TROUBLE = 0.5;

export function noteOf(layer: HistogramLayer, quantity: Quantity): Note {
  const distribution = layer[quantity][0];
  if (!distribution) return { text: '', trouble: false };
  if (distribution.broken > 0) {
    return { text: `${distribution.broken} not finite`, trouble: true };
  }
  switch (quantity) {
    case 'activations':
      return healthOf(layer) ?? { text: `mean ${formatNumber(distribution.mean)}`, trouble: false };
    case 'gradients':
      return distribution.zeros === countOf(distribution)
        ? { text: 'all exactly 0', trouble: true }
        : { text: `mean size ${formatNumber(distribution.size)}`, trouble: false };
    case 'weights':
      return { text: `deviation ${formatNumber(distribution.deviation)}`, trouble: false };
    default:
      return quantity satisfies never;
  }
}

function healthOf({ dead, saturated, units }: HistogramLayer): Note | null {
  if (Number.isFinite(dead)) {
    return { text: `${dead} of ${units} dead`, trouble: dead >= TROUBLE * units };
  }
  if (!Number.isFinite(saturated)) return null;
  return { text: `${formatPercent(saturated)} saturated`, trouble: saturated >= TROUBLE };
}
