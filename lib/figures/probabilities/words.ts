import type { History, Table } from '../figure-module';
import { formatCount, formatNumber } from '../format';
import { notFiniteWords } from '../not-finite';
import type { Setting, Settings } from '../setting';
import { captionOf } from '../when';
import { HEAT, answerOf, dataAt, samplingOf } from './data';
import { nameOf, visible } from './names';
import { byShare, entropy } from './softmax';

export function probabilitiesSettings(
  history: History<'probabilities'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const data = dataAt(history, at);
  const { position, heat, topK, topP } = samplingOf(data, settings);
  const all = data.labels.length;
  const slider = { kind: 'slider' } as const;
  const last = data.positions.length - 1;
  return [
    ...(last > 0
      ? [
          {
            ...slider,
            key: 'position',
            label: 'Position',
            min: 0,
            max: last,
            step: 1,
            value: position,
            text: `${position + 1} of ${last + 1}`,
            plays: 2,
          },
        ]
      : []),
    {
      ...slider,
      ...HEAT,
      key: 'heat',
      label: 'Temperature',
      value: heat,
      text: heat.toFixed(2),
      plays: 20,
    },
    ...(data.sampling
      ? [
          {
            ...slider,
            key: 'k',
            label: 'Top-k',
            min: 1,
            max: all,
            step: 1,
            value: topK,
            text: topK === all ? 'all' : `${topK}`,
          },
          {
            ...slider,
            key: 'p',
            label: 'Top-p',
            min: 0.05,
            max: 1,
            step: 0.05,
            value: topP,
            text: topP === 1 ? 'all' : topP.toFixed(2),
          },
        ]
      : []),
  ];
}

export function describeProbabilities(
  history: History<'probabilities'>,
  at: number,
  settings: Settings,
): string {
  const data = dataAt(history, at);
  const sampling = samplingOf(data, settings);
  const { logits, shares, kept } = answerOf(data, sampling);
  const best = byShare(shares)[0];
  if (best === undefined) return 'There is nothing to choose from.';
  const text = data.positions[sampling.position]?.text ?? '';
  const place = text === '' ? '' : ` after \u201c${visible(text)}\u201d`;
  if (shares.some(Number.isNaN)) return noProbabilities(logits, place);
  const left = kept.filter(Boolean).length;
  const cut = left < kept.length ? ` ${left} of ${formatCount(kept.length)} may be drawn.` : '';
  return (
    `At temperature ${sampling.heat.toFixed(2)} the most probable${place} is ${nameOf(data, best)} ` +
    `with ${formatNumber(shares[best] ?? NaN)}; the entropy is ${formatNumber(entropy(shares))} ` +
    `of at most ${formatNumber(Math.log2(Math.max(1, shares.length)))} bits.${cut} ` +
    'Dashed: temperature 1.'
  );
}

/** A softmax divides by the sum over all logits, so that a single one that is no number leaves none of the shares. */
function noProbabilities(logits: Float32Array, place: string): string {
  const broken = notFiniteWords(logits);
  const all = formatCount(logits.length);
  return `The probabilities${place} are no numbers (NaN): of the ${all} logits they are made from, ${broken}.`;
}

/** A row for each label at the position shown. */
export function probabilitiesTable(
  history: History<'probabilities'>,
  at: number,
  settings: Settings,
): Table {
  const data = dataAt(history, at);
  const sampling = samplingOf(data, settings);
  const { logits, shares, plain } = answerOf(data, sampling);
  return {
    caption: captionOf(history, at),
    columns: ['label', 'logit', `probability at ${sampling.heat.toFixed(2)}`, 'probability at 1'],
    rows: data.labels.map((_, i) => [
      nameOf(data, i),
      Number((logits[i] ?? NaN).toPrecision(7)),
      shares[i] ?? null,
      plain[i] ?? null,
    ]),
  };
}
