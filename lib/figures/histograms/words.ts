import type { History, Table } from '../figure-module';
import { formatCount, formatNumber, formatPercent, joinWords } from '../format';
import { formatShort } from '../format-short';
import type { Setting, Settings } from '../setting';
import { captionOf, when } from '../when';
import { countBeyond } from './bars';
import { AXES, countOf, dataAt, quantitiesIn, quantityOf, showsSizes } from './data';
import type { HistogramLayer, HistogramsData, Quantity } from './data';
import { extentOf } from './extent';
import { bendingIn } from './notes';

export function histogramsSettings(
  history: History<'histograms'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const data = dataAt(history, at);
  const value = quantityOf(data, settings);
  const axis = AXES[showsSizes(value, settings) ? 1 : 0];
  return [
    { key: 'of', label: 'Show', kind: 'choice', options: quantitiesIn(data), value },
    { key: 'axis', label: 'Axis', kind: 'choice', options: AXES, value: axis },
  ];
}

export function describeHistograms(
  history: History<'histograms'>,
  at: number,
  settings: Settings,
): string {
  const data = dataAt(history, at);
  if (data.layers.length === 0) return 'There is no layer to draw.';
  const quantity = quantityOf(data, settings);
  const lead = history.frames.length > 1 ? `After ${when(history, at)}: ` : '';
  const broken = data.layers.filter((layer) => (layer[quantity][0]?.broken ?? 0) > 0);
  const trouble =
    broken.length > 0
      ? ` Not finite numbers are in ${broken.map(({ name }) => name).join(', ')}.`
      : '';
  const beyond = showsSizes(quantity, settings) ? '' : beyondWords(history, data, quantity);
  const sentence = `${lead}${sentenceOf(data, quantity)}${trouble}${beyond}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** " Activations beyond the axis, which ends at 10: 577 of dense 2." */
function beyondWords(
  history: History<'histograms'>,
  { layers }: HistogramsData,
  quantity: Quantity,
): string {
  const extent = extentOf(history, quantity);
  const { low, high, cutLow, cutHigh } = extent;
  const ends = joinWords([
    ...(cutLow ? [formatShort(low)] : []),
    ...(cutHigh ? [formatShort(high)] : []),
  ]);
  const counts = layers.flatMap(({ name, [quantity]: [distribution] }) => {
    const count = distribution ? countBeyond(distribution, extent) : 0;
    return count > 0 ? [`${formatCount(count)} of ${name}`] : [];
  });
  if (counts.length === 0) return '';
  const what = quantity.charAt(0).toUpperCase() + quantity.slice(1);
  return ` ${what} beyond the axis, which ends at ${ends}: ${joinWords(counts)}.`;
}

function sentenceOf(data: HistogramsData, quantity: Quantity): string {
  switch (quantity) {
    case 'activations':
      return healthSentence(data);
    case 'gradients':
      return rangeSentence(data, quantity, 'the mean size of the gradients', ({ size }) => size);
    case 'weights':
      return rangeSentence(data, quantity, "the weights' deviation", ({ deviation }) => deviation);
    default:
      return quantity satisfies never;
  }
}

/** Dead units and saturated activations, and where there are most of them. */
function healthSentence(data: HistogramsData): string {
  const dying = data.layers.filter(({ dead }) => Number.isFinite(dead));
  const bending = bendingIn(data.layers);
  const count = `${formatCount(data.examples)} examples`;
  const parts = [
    ...(dying.length > 0 ? [deadWords(dying, count)] : []),
    ...(bending.length > 0 ? [saturatedWords(bending)] : []),
  ];
  if (parts.length > 0) return `${parts.join('; ')}.`;
  return rangeSentence(data, 'activations', `on ${count} the mean activation`, ({ mean }) => mean);
}

function deadWords(layers: readonly HistogramLayer[], examples: string): string {
  const units = layers.reduce((sum, layer) => sum + layer.units, 0);
  const dead = layers.reduce((sum, layer) => sum + layer.dead, 0);
  const worst = layers.reduce((a, b) => (b.dead / b.units > a.dead / a.units ? b : a));
  const all = `${formatCount(dead)} of ${formatCount(units)} units (${formatPercent(dead / units)})`;
  const most = dead > 0 ? `, most in ${worst.name}: ${worst.dead} of ${worst.units}` : '';
  return `${all} are dead, with 0 on all ${examples}${most}`;
}

function saturatedWords(layers: readonly HistogramLayer[]): string {
  const worst = layers.reduce((a, b) => (b.saturated > a.saturated ? b : a));
  const least = layers.reduce((a, b) => (b.saturated < a.saturated ? b : a));
  const most = `${formatPercent(worst.saturated)} of the activations of ${worst.name} are saturated`;
  return layers.length === 1
    ? most
    : `${most}, the most of any layer; ${formatPercent(least.saturated)} of ${least.name}, the fewest`;
}

function rangeSentence(
  { layers }: HistogramsData,
  quantity: Quantity,
  what: string,
  of: (distribution: HistogramLayer['weights'][number]) => number,
): string {
  const known = layers.flatMap((layer) => {
    const [distribution] = layer[quantity];
    return distribution ? [`${formatNumber(of(distribution))} in ${layer.name}`] : [];
  });
  const [first, last] = [known[0], known.at(-1)];
  return known.length < 2 ? `${what} is ${first}.` : `${what} goes from ${first} to ${last}.`;
}

/** A row for each layer and quantity. */
export function histogramsTable(history: History<'histograms'>, at: number): Table {
  const data = dataAt(history, at);
  const rows = data.layers.flatMap((layer) =>
    quantitiesIn(data).flatMap((quantity) =>
      layer[quantity].map((one) => [
        layer.name,
        layer.activation,
        quantity,
        countOf(one),
        one.low,
        one.high,
        one.mean,
        one.deviation,
        one.size,
        one.zeros,
        quantity === 'activations' && Number.isFinite(layer.dead) ? layer.dead : null,
        quantity === 'activations' && Number.isFinite(layer.saturated) ? layer.saturated : null,
      ]),
    ),
  );
  return { caption: captionOf(history, at), columns: COLUMNS, rows };
}

const COLUMNS = [
  'layer',
  'activation',
  'of',
  'values',
  'lowest',
  'highest',
  'mean',
  'standard deviation',
  'mean size',
  'zeros',
  'dead units',
  'saturated share',
];
