import type { Cell, History, Table } from '../figure-module';
import { editWords } from '../dense/edit-words';
import { editsOf, withEdits, type WeightEdit } from '../dense/weight-edit';
import { formatCount, formatNumber, formatSigned, joinWords } from '../format';
import { NO_SETTINGS, type Settings } from '../setting';
import { captionOf, when } from '../when';
import { namedNetwork, valuesFor } from './what-if';
import { unitName, unitsOf, weightOf, type NetworkData } from './names';

type Weight = { layer: number; from: number; unit: number; value: number };

export function describeNetwork(
  history: History<'network'>,
  at: number,
  settings: Settings = NO_SETTINGS,
): string {
  const data = history.frames[at]?.data;
  const edits = data ? editsOf(data.layers, settings) : [];
  if (data && edits.length > 0) return whatIf(data, edits);
  return [trainedWords(history, at), data ? answerWords(data) : ''].filter(Boolean).join(' ');
}

/** "With the weight from age to unit 1 at +0.800 instead of +0.125 the answer … would be 0.61 instead of 0.74." */
function whatIf(data: NetworkData, edits: readonly WeightEdit[]): string {
  const words = editWords(namedNetwork(data), edits);
  const trained = lastOf(data);
  const edited = lastOf({ ...data, layers: [...withEdits(data.layers, edits)] });
  if (!trained || !edited) {
    return `The drawing has ${words}. Give it an example to see what that does to the answer.`;
  }
  const whose = (unit: number) => unitName(data, data.layers.length, unit);
  const changes = edited.map(
    (value, unit) =>
      `${whose(unit)} ${formatNumber(value)} instead of ${formatNumber(trained[unit] ?? NaN)}`,
  );
  return `With ${words} the network gives the example ${joinWords(changes.slice(0, MOST_OUTPUTS))}.`;
}

const MOST_OUTPUTS = 3;

function answerWords(data: NetworkData): string {
  const answers = lastOf(data)?.map(
    (value, unit) => `${formatNumber(value)} for ${unitName(data, data.layers.length, unit)}`,
  );
  return answers ? `It answers the example with ${joinWords(answers.slice(0, MOST_OUTPUTS))}.` : '';
}

const lastOf = (data: NetworkData) => valuesFor(data)?.[data.layers.length];

function trainedWords(history: History<'network'>, at: number): string {
  const data = history.frames[at]?.data;
  if (!data || data.layers.length === 0) return 'The network has no layers to draw.';
  const weights = weightsOf(data);
  const finite = weights.filter(({ value }) => Number.isFinite(value));
  const lead = history.frames.length > 1 ? `After ${when(history, at)} the` : 'The';
  const layers = `${data.layers.length} ${data.layers.length === 1 ? 'layer' : 'layers'}`;
  const count = `${formatCount(weights.length)} weights of ${layers}`;
  const first = finite[0];
  if (!first) return `${lead} ${count} are all not finite numbers.`;
  const low = finite.reduce((a, b) => (b.value < a.value ? b : a), first);
  const high = finite.reduce((a, b) => (b.value > a.value ? b : a), first);
  const top = Math.abs(low.value) > Math.abs(high.value) ? low : high;
  const ends = `${unitName(data, top.layer - 1, top.from)} to ${unitName(data, top.layer, top.unit)}`;
  const broken = weights.length - finite.length;
  const missing = broken > 0 ? `, and ${formatCount(broken)} are not finite numbers` : '';
  const range = `${formatSigned(low.value)} to ${formatSigned(high.value)}`;
  return `${lead} ${count} run from ${range}, the strongest from ${ends}${missing}.`;
}

/** Every weight and bias of the frame, layer by layer, the strongest first. */
export function networkTable(history: History<'network'>, at: number): Table {
  const data = history.frames[at]?.data ?? { inputs: [], outputs: [], layers: [] };
  const weights = weightsOf(data).sort(
    (a, b) => a.layer - b.layer || Math.abs(b.value) - Math.abs(a.value),
  );
  const biases = data.layers.flatMap(({ bias }, i) =>
    Array.from(bias, (value, unit): Cell[] => ['bias', unitName(data, i + 1, unit), value]),
  );
  return {
    caption: captionOf(history, at),
    columns: ['from', 'to', 'value'],
    rows: [
      ...weights.map(({ layer, from, unit, value }): Cell[] => [
        unitName(data, layer - 1, from),
        unitName(data, layer, unit),
        value,
      ]),
      ...biases,
    ],
  };
}

function weightsOf(data: NetworkData): Weight[] {
  return data.layers.flatMap((_, i) => {
    const layer = i + 1;
    const units = unitsOf(data, layer);
    return Array.from({ length: unitsOf(data, i) * units }, (_, edge) => {
      const [from, unit] = [Math.floor(edge / units), edge % units];
      return { layer, from, unit, value: weightOf(data, layer, from, unit) };
    });
  });
}
