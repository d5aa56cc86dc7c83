import { formatNumber, formatPercent } from '../format';
import type { HistogramLayer, Quantity } from './data';
import { countOf } from './data';

/** What is to be noticed of a layer, in a few words, and whether it is a trouble. */
export type Note = { text: string; trouble: boolean };

/** From this share of dead units or saturated activations on, a layer is in trouble. */
const TROUBLE = 0.5;

export function noteOf(
  layers: readonly HistogramLayer[],
  layer: HistogramLayer,
  quantity: Quantity,
): Note {
  const distribution = layer[quantity][0];
  if (!distribution) return { text: '', trouble: false };
  if (distribution.broken > 0) {
    return { text: `${distribution.broken} not finite`, trouble: true };
  }
  switch (quantity) {
    case 'activations':
      return (
        healthOf(layers, layer) ?? {
          text: `mean ${formatNumber(distribution.mean)}`,
          trouble: false,
        }
      );
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

/** Those that can saturate. The last of several layers gives the answers: there a flat end is a sure one, no trouble. */
export const bendingIn = (layers: readonly HistogramLayer[]): HistogramLayer[] =>
  layers.filter(
    ({ saturated }, i) =>
      Number.isFinite(saturated) && (layers.length === 1 || i + 1 < layers.length),
  );

function healthOf(layers: readonly HistogramLayer[], layer: HistogramLayer): Note | null {
  const { dead, saturated, units } = layer;
  if (Number.isFinite(dead)) {
    return { text: `${dead} of ${units} dead`, trouble: dead >= TROUBLE * units };
  }
  if (!bendingIn(layers).includes(layer)) return null;
  return { text: `${formatPercent(saturated)} saturated`, trouble: saturated >= TROUBLE };
}
