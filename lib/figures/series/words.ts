import type { History, Table } from '../figure-module';
import { formatCount, formatNumber, joinWords } from '../format';
import type { Setting, Settings } from '../setting';
import { captionOf, when } from '../when';
import { errorsOf, rangeOf, type ForecastError, type SeriesData } from './errors';
import { ALL, spansOf, windowOf } from './scene';

/** The errors are those of the whole series, whichever part is looked at. */
export function describeSeries(history: History<'series'>, at: number): string {
  const data = history.frames[at]?.data;
  const [measured] = data?.lines ?? [];
  if (!data || !measured || data.times.length === 0) return 'The series is empty.';
  const count = data.times.length;
  const [low, high] = rangeOf([measured], 0, count);
  const ends = `${data.times[0] ?? ''} to ${data.times[count - 1] ?? ''}`;
  const range = `from ${formatNumber(low)} to ${formatNumber(high)} ${data.unit}`;
  const lead = `${formatCount(count)} values of ${measured.name}, ${ends}, ${range}`;
  const errors = errorsOf(data);
  if (errors.length === 0) return `${lead}.`;
  const moment = history.frames.length > 1 ? `after ${when(history, at)} ` : '';
  const offs = errors.map(({ name, mean }) => `${name} by ${formatNumber(mean)} ${data.unit}`);
  return `${lead}; ${moment}on average ${joinWords(offs)} off${comparison(errors)}.`;
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
  const columns = ['time', ...data.lines.map(({ name }) => `${name}, ${data.unit}`)];
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
