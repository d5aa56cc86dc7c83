import type { History, Table } from '../figure-module';
import { formatCount, formatNumber, joinWords } from '../format';
import { notFiniteWords } from '../not-finite';
import type { Setting, Settings } from '../setting';
import { captionOf, when } from '../when';
import type { LinesData, LinesSeries } from './data';
import { SCALES, isLogarithmic } from './scene';

/** Lines that the sentence names. */
const NAMED = 6;

/** "layer 3: mean |gradient| 1.2e−5, from 1.0e−5 to 2.1e−5" */
export function pointWords({ x, y }: LinesData, series: LinesSeries, point: number): string {
  const at = (values: Float32Array) => formatNumber(values[point] ?? NaN);
  const spread = series.low.length > 0 ? `, from ${at(series.low)} to ${at(series.high)}` : '';
  return `${x.label} ${xText(series.x[point])}: ${y.label} ${at(series.y)}${spread}`;
}

export function xText(value = NaN): string {
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value);
}

export function describeLines(history: History<'lines'>, at: number, settings: Settings): string {
  const data = history.frames[at]?.data;
  if (!data || data.series.every(({ y }) => y.length === 0)) return 'There is no line yet.';
  const lines = data.series.filter(isDrawn);
  const lead = history.frames.length > 1 ? `After ${when(history, at)}, ` : '';
  const named = lines.slice(0, NAMED).map((series) => lineWords(data, series));
  const more = lines.length - named.length;
  const rest = more > 0 ? ` ${more} more lines are in the table.` : '';
  const what = named.length > 0 ? joinWords(named) : 'no line has a number';
  const sentence = `${lead}${data.y.label} by ${data.x.label}: ${what}.`;
  return begun(sentence) + rest + missing(data) + lost(data, settings);
}

const isDrawn = ({ x, y }: LinesSeries) =>
  y.some((value, i) => Number.isFinite(value) && Number.isFinite(x[i]));

/** What is no number and so not drawn: " Not drawn, as they are no numbers: relu (3 NaN)." and gaps in what is. */
function missing({ series }: LinesData): string {
  const counted = series.map((one) => ({ one, words: notFiniteWords(one.y) }));
  const wordsOf = (drawn: boolean) =>
    counted.flatMap(({ one, words }) =>
      words !== '' && isDrawn(one) === drawn ? [`${one.name} (${words})`] : [],
    );
  const [gone, gaps] = [wordsOf(false), wordsOf(true)];
  const lines = gone.length === 1 ? 'it has no number' : 'they have no numbers';
  return (
    (gone.length > 0 ? ` Not drawn, as ${lines}: ${joinWords(gone)}.` : '') +
    (gaps.length > 0 ? ` Gaps: ${joinWords(gaps)}.` : '')
  );
}

/** With a capital, unless it begins with a symbol such as x₂. */
const begun = (sentence: string) =>
  /^[a-z]{2}/.test(sentence) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;

/** "sigmoid from 3.1e−7 (1) to 0.012 (10)" */
function lineWords({ x }: LinesData, series: LinesSeries): string {
  const known = Array.from(series.y.keys()).filter((i) => Number.isFinite(series.y[i]));
  const end = (i = 0) => `${formatNumber(series.y[i] ?? NaN)} (${x.label} ${xText(series.x[i])})`;
  return known.length === 1
    ? `${series.name} ${end(known[0])}`
    : `${series.name} from ${end(known[0])} to ${end(known.at(-1))}`;
}

/** What a logarithmic axis can't show is said. */
function lost(data: LinesData, settings: Settings): string {
  const count = (values: Float32Array) => values.filter((value) => value <= 0).length;
  const low = isLogarithmic(data, settings) ? sum(data.series.map(({ y }) => count(y))) : 0;
  if (low === 0) return '';
  const points = low === 1 ? '1 point at zero or below has' : `${low} points at zero or below have`;
  return ` ${points} no place on the logarithmic axis.`;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Numbers that differ by less than this factor a logarithm does not help to see. */
const FACTOR = 30;

/** A choice of scale where the axis is logarithmic, or could well be. */
export function linesSettings(
  history: History<'lines'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const data = history.frames[at]?.data;
  if (!data) return [];
  const values = data.series.flatMap(({ y }) => Array.from(y).filter(Number.isFinite));
  const isWide = Math.min(...values) > 0 && Math.max(...values) > FACTOR * Math.min(...values);
  if (!data.y.log && !isWide) return [];
  const value = SCALES[isLogarithmic(data, settings) ? 1 : 0];
  return [{ key: 'y', label: `Scale of ${data.y.label}`, kind: 'choice', options: SCALES, value }];
}

/** A row for each x with a column for each line, where all lines share their x; else a row for each point. */
export function linesTable(history: History<'lines'>, at: number): Table {
  const caption = captionOf(history, at);
  const data = history.frames[at]?.data;
  if (!data) return { caption, columns: [], rows: [] };
  const [first] = data.series;
  const isShared = data.series.every(
    ({ x, low }) => low.length === 0 && String(x) === String(first?.x),
  );
  if (!isShared) return { caption, ...longTable(data) };
  return {
    caption,
    columns: [data.x.label, ...data.series.map(({ name }) => name)],
    rows: Array.from(first?.x ?? [], (x, i) => [
      short(x),
      ...data.series.map(({ y }) => short(y[i])),
    ]),
  };
}

function longTable({ x, y, series }: LinesData): Pick<Table, 'columns' | 'rows'> {
  const hasSpread = series.some(({ low }) => low.length > 0);
  return {
    columns: ['line', x.label, y.label, ...(hasSpread ? ['lowest', 'highest'] : [])],
    rows: series.flatMap((one) =>
      Array.from(one.x, (value, i) => [
        one.name,
        short(value),
        short(one.y[i]),
        ...(hasSpread ? [short(one.low[i]), short(one.high[i])] : []),
      ]),
    ),
  };
}

/** Without the dust of 32 bits: 0.10000000149 is 0.1. */
const short = (value: number | undefined) =>
  value === undefined ? null : Number(value.toPrecision(7));
