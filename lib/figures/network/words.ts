import type { Cell, History, Table } from '../figure-module';
import { formatCount, formatSigned } from '../format';
import { when } from '../when';
import { unitName, unitsOf, weightOf, type NetworkData } from './names';

type Weight = { layer: number; from: number; unit: number; value: number };

export function describeNetwork(history: History<'network'>, at: number): string {
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
    caption: `${history.figure.title}, ${when(history, at)}`,
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
