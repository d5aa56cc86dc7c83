import type { History, Table } from '../figure-module';
import { formatCount, formatNumber, formatPercent } from '../format';
import type { Setting, Settings } from '../setting';
import { captionOf, when } from '../when';
import { AXES, countOf, dataAt, quantitiesIn, quantityOf, showsSizes } from './data';
import type { HistogramLayer, HistogramsData, Quantity } from './data';
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
  const sentence = `${lead}${sentenceOf(data, quantity)}${trouble}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
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
