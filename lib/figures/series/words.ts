import type { SeriesLine } from '@/lib/protocol';
import type { History, Table } from '../figure-module';
import { formatCount, formatNumber, joinWords } from '../format';
import { notFiniteWords } from '../not-finite';
import type { Setting, Settings } from '../setting';
import { captionOf, when } from '../when';
import { errorsOf, rangeOf, type ForecastError, type SeriesData } from './errors';
import { ALL, spansOf, windowOf } from './scene';
import { labelWords, numberWords } from './unit-words';

/** The errors are those of the whole series, whichever part is looked at. */
export function describeSeries(history: History<'series'>, at: number): string {
  const data = history.frames[at]?.data;
  const [measured] = data?.lines ?? [];
  if (!data || !measured || data.times.length === 0) return 'The series is empty.';
  const count = data.times.length;
  const ends = `${data.times[0] ?? ''} to ${data.times[count - 1] ?? ''}`;
  const lead = `${formatCount(count)} values of ${measured.name}, ${ends}, ${rangeWords(data, measured)}`;
  const errors = errorsOf(data);
  const known = errors.filter(({ mean }) => Number.isFinite(mean));
  const gaps = gapWords(data) + unknownWords(errors);
  if (known.length === 0) return `${lead}.${gaps}`;
  const moment = history.frames.length > 1 ? `after ${when(history, at)} ` : '';
  const offs = known.map(({ name, mean }) => `${name} by ${numberWords(mean, data.unit)}`);
  const against = known.length === errors.length ? comparison(errors) : '';
  return `${lead}; ${moment}on average ${joinWords(offs)} off${against}.${gaps}`;
}

function rangeWords({ unit, times }: SeriesData, { values }: SeriesLine): string {
  if (!values.some(Number.isFinite)) return 'none of them a finite number';
  const [low, high] = rangeOf([{ name: '', values }], 0, times.length);
  return `from ${formatNumber(low)} to ${numberWords(high, unit)}`;
}

/** " Gaps: 2 NaN and 1 infinite in measured." A forecast's beginning and end may well be empty, and are no gaps. */
function gapWords({ lines }: SeriesData): string {
  const gaps = lines.flatMap(({ name, values }, line) => {
    const first = line === 0 ? 0 : values.findIndex((value) => !Number.isNaN(value));
    const last = line === 0 ? values.length : values.findLastIndex((value) => !Number.isNaN(value));
    const words = first < 0 ? '' : notFiniteWords(values.subarray(first, last + 1));
    return words === '' ? [] : [`${words} in ${name}`];
  });
  return gaps.length === 0 ? '' : ` Gaps: ${joinWords(gaps)}.`;
}

/** " forecast has no value beside a measured one." */
function unknownWords(errors: readonly ForecastError[]): string {
  const names = errors.flatMap(({ name, mean }) => (Number.isFinite(mean) ? [] : [name]));
  if (names.length === 0) return '';
  const have = names.length === 1 ? 'has' : 'have';
  return ` No error can be told of ${joinWords(names)}, which ${have} no finite value where one was measured.`;
}

/** How the first forecast does against the next. */
function comparison([forecast, baseline]: readonly ForecastError[]): string {
  if (!forecast || !baseline || !(baseline.mean > 0)) return '';
  const share = Math.round(100 * (1 - forecast.mean / baseline.mean));
  if (share === 0) return ', which is the same';
  const way = share > 0 ? 'less' : 'more';
  return `, ${Math.abs(share)}\u00a0% ${way} than ${baseline.name}`;
}

export function seriesTable(history: History<'series'>, at: number): Table {
  const data: SeriesData = history.frames[at]?.data ?? { times: [], unit: '', lines: [] };
  const rows = data.times.map((time, i) => [
    time,
    ...data.lines.map(({ values }) => values[i] ?? null),
  ]);
  const columns = ['time', ...data.lines.map(({ name }) => labelWords(name, data.unit))];
  return { caption: captionOf(history, at), columns, rows };
}

export function seriesSettings(
  history: History<'series'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const data = history.frames[at]?.data;
  if (!data) return [];
  const options = spansOf(data);
  if (options.length < 2) return [];
  const { from, to } = windowOf(data, settings);
  const value = to - from === data.times.length ? ALL : String(to - from);
  const span: Setting = { kind: 'choice', key: 'span', label: 'Span', options, value };
  if (value === ALL) return [span];
  const max = data.times.length - (to - from);
  const text = data.times[from] ?? '';
  const start = { key: 'from', label: 'From', min: 0, max, step: 1, value: from, text };
  return [span, { kind: 'slider', ...start }];
}
