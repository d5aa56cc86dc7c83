import type { History, Table } from '../figure-module';
import { formatCount, formatNumber, joinWords } from '../format';
import { notFiniteWords } from '../not-finite';
import type { Setting, Settings } from '../setting';
import { captionOf } from '../when';
import {
  FLAT,
  dataAt,
  flatStretches,
  focusOf,
  lengthOf,
  restingIndex,
  xAt,
  type FunctionCurve,
  type FunctionData,
} from './data';

export function functionSettings(
  history: History<'function'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const data = dataAt(history, at);
  const names = data.curves.map(({ name }) => name);
  const x = xAt(data, restingIndex(data, settings));
  const step = (data.to - data.from) / Math.max(1, lengthOf(data) - 1);
  const focus = names[focusOf(data, settings)] ?? '';
  const choice: Setting[] =
    names.length > 1
      ? [{ key: 'function', label: 'Function', kind: 'choice', options: names, value: focus }]
      : [];
  return [
    ...choice,
    {
      key: 'x',
      label: 'x',
      kind: 'slider',
      min: data.from,
      max: data.to,
      step,
      value: x,
      text: formatNumber(x),
      plays: 30,
    },
  ];
}

export function describeFunction(
  history: History<'function'>,
  at: number,
  settings: Settings,
): string {
  const data = dataAt(history, at);
  const curve = data.curves[focusOf(data, settings)];
  if (!curve) return 'There is no function to draw.';
  const index = restingIndex(data, settings);
  const here =
    `At x = ${formatNumber(xAt(data, index))} ${curve.name} is ${formatNumber(curve.y[index] ?? NaN)} ` +
    `and its slope ${formatNumber(curve.slope[index] ?? NaN)}.`;
  return [
    here,
    missingWords(curve),
    steepest(data, curve),
    flatWords(data, curve),
    methodWords(curve),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function missingWords({ y, slope }: FunctionCurve): string {
  const said = (what: string, words: string) =>
    words === '' ? [] : [`${what} is no number at some x (${words} of ${formatCount(y.length)})`];
  const parts = [
    ...(y.some(Number.isFinite) ? said('the value', notFiniteWords(y)) : ['the value is nowhere a number']), // prettier-ignore
    ...(slope.some(Number.isFinite) ? said('the slope', notFiniteWords(slope)) : ['the slope is nowhere a number']), // prettier-ignore
  ];
  const sentence = joinWords(parts);
  return sentence && `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function steepest(data: FunctionData, { slope }: FunctionCurve): string {
  const sizes = Array.from(slope, (value) => (Number.isFinite(value) ? Math.abs(value) : 0));
  const most = Math.max(...sizes);
  const first = sizes.findIndex((size) => size >= most - 1e-6);
  const last = sizes.findLastIndex((size) => size >= most - 1e-6);
  if (most === 0 || last - first > sizes.length / 4) return '';
  const x = xAt(data, Math.round((first + last) / 2));
  return `It is steepest at x = ${formatNumber(x)}, with slope ${formatNumber(slope[first] ?? NaN)}.`;
}

function flatWords(data: FunctionData, curve: FunctionCurve): string {
  const flats = flatStretches(data, curve);
  const places = flats.map(({ from, to }) => {
    if (from === data.from && to === data.to) return 'everywhere';
    return from === data.from
      ? `up to x = ${formatNumber(to)}`
      : `from x = ${formatNumber(from)} on`;
  });
  if (places.length === 0) return '';
  return flats.every(({ dead }) => dead)
    ? `The slope is exactly 0 ${joinWords(places)}: dead.`
    : `The slope is below ${FLAT * 100}\u00a0% of its largest ${joinWords(places)}: saturated.`;
}

const methodWords = ({ method }: FunctionCurve) =>
  method === 'automatic'
    ? 'Slopes by automatic differentiation.'
    : 'Slopes from differences of close values.';

/** A row for each x, with each function and its slope. */
export function functionTable(history: History<'function'>, at: number): Table {
  const data = dataAt(history, at);
  return {
    caption: captionOf(history, at),
    columns: ['x', ...data.curves.flatMap(({ name }) => [name, `slope of ${name}`])],
    rows: Array.from({ length: lengthOf(data) }, (_, i) => [
      xAt(data, i),
      ...data.curves.flatMap(({ y, slope }) => [short(y[i]), short(slope[i])]),
    ]),
  };
}

const short = (value = NaN) => Number(value.toPrecision(7));
