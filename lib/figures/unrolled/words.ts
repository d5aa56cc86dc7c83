import type { History, Table } from '../figure-module';
import { formatCount, formatNumber } from '../format';
import { notFiniteWords } from '../not-finite';
import type { Setting, Settings } from '../setting';
import { captionOf, when } from '../when';
import { shownSteps, traceNamed, valueAt, type UnrolledData } from './scene';

export function describeUnrolled(
  history: History<'unrolled'>,
  at: number,
  settings: Settings = {},
): string {
  const data = history.frames[at]?.data;
  if (!data || data.inputs.length === 0) return 'The sequence is empty.';
  const trace = traceNamed(data, settings);
  const shown = shownSteps(data, settings);
  const last = Array.from({ length: data.units }, (_, unit) =>
    valueAt(trace, data.units, shown - 1, unit),
  );
  const silent = last.filter((value) => value === 0).length;
  const article = data.cell === 'LSTM' ? 'an' : 'a';
  const lead =
    history.frames.length > 1 ? `After ${when(history, at)}, ${article}` : begun(article);
  const layer = `${data.cell} of ${unitsOf(data.units)} over ${shown} of ${data.inputs.length} steps`;
  const zeros = silent > 0 ? `, ${formatCount(silent)} of them at zero` : '';
  const answer =
    shown === data.inputs.length && data.output ? `; the model answers ${data.output}` : '';
  return `${lead} ${layer}: at the last of them the ${trace.name} ${endsWords(last)}${zeros}${answer}.`;
}

const begun = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "runs from 0 to 1.000"; what is no finite number is counted apart. */
function endsWords(last: readonly number[]): string {
  const known = last.filter(Number.isFinite);
  const broken = notFiniteWords(last);
  if (last.length === 1) return `is ${formatNumber(last[0] ?? NaN)}`;
  if (known.length === 0) return `is no number in any of them (${broken})`;
  const ends = `runs from ${formatNumber(Math.min(...known))} to ${formatNumber(Math.max(...known))}`;
  return broken === '' ? ends : `${ends} and is no number in others (${broken})`;
}

/** "64 units". */
export const unitsOf = (units: number) => (units === 1 ? '1 unit' : `${formatCount(units)} units`);

/** A row for each step, a column for each unit. */
export function unrolledTable(
  history: History<'unrolled'>,
  at: number,
  settings: Settings = {},
): Table {
  const data = history.frames[at]?.data;
  if (!data) return { caption: history.figure.title, columns: [], rows: [] };
  const trace = traceNamed(data, settings);
  const units = Array.from({ length: data.units }, (_, unit) => `unit ${unit + 1}`);
  const rows = data.inputs.map((input, step) => [
    step + 1,
    input,
    ...trace.values.subarray(step * data.units, (step + 1) * data.units),
  ]);
  const caption = `${captionOf(history, at)}: ${trace.name}`;
  return { caption, columns: ['step', 'input', ...units], rows };
}

export function unrolledSettings(
  history: History<'unrolled'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const data: UnrolledData | undefined = history.frames[at]?.data;
  if (!data || data.inputs.length < 2) return [];
  const value = shownSteps(data, settings);
  const text = `${value} of ${data.inputs.length}`;
  const ends = { min: 1, max: data.inputs.length, step: 1, value, text, plays: 2 };
  const options = data.traces.map(({ name }) => name);
  return [
    { kind: 'slider', key: 'steps', label: 'Steps', ...ends },
    {
      kind: 'choice',
      key: 'trace',
      label: 'Colours show',
      options,
      value: traceNamed(data, settings).name,
    },
  ];
}
